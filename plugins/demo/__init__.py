"""The whole of Weizhan in one command, on an emulated account and a copy of the content."""

from plugins.demo.run import run_demo

__all__ = ["run_demo"]
