"""A stand-in for WeChat's servers, to rehearse everything without an account.

``EmulatorServer`` serves it over HTTP for any client in any language; ``EmulatorTransport`` is the same inside
one process. What it does not imitate stands in README.md.
"""

from plugins.wechat_emulator.app import create_app
from plugins.wechat_emulator.console_editor import ConsoleEditor, ConsoleRefused
from plugins.wechat_emulator.serve import EmulatorServer
from plugins.wechat_emulator.state.accounts import DEMO_APPID, DEMO_SECRET, Account
from plugins.wechat_emulator.state.faults import Fault
from plugins.wechat_emulator.state.store import Store
from plugins.wechat_emulator.transport import EmulatorTransport

__all__ = [
    "DEMO_APPID",
    "DEMO_SECRET",
    "Account",
    "ConsoleEditor",
    "ConsoleRefused",
    "EmulatorServer",
    "EmulatorTransport",
    "Fault",
    "Store",
    "create_app",
]
