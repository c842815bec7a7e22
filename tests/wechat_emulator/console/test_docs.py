"""REHEARSING.md knows every call, every kind of fault and every flag there is."""

import inspect
import re
from pathlib import Path

import plugins.wechat_emulator as emulator
from plugins.wechat_emulator.command import run_emulator
from plugins.wechat_emulator.routes.control import _ACTIONS
from plugins.wechat_emulator.routes.control_faults import IP_REFUSED, TOKEN_WRONG
from plugins.wechat_emulator.state.faults import KINDS

TEXT = (Path(emulator.__file__).parent / "REHEARSING.md").read_text(encoding="utf-8")


def test_every_call_is_there_and_no_other() -> None:
    calls = {f"{method} {name}" for method, name in _ACTIONS} | {"GET calls", "DELETE calls"}
    assert set(re.findall(r"`((?:GET|POST|DELETE) [a-z/]+)`", TEXT)) == calls


def test_every_kind_of_fault_is_there() -> None:
    table = TEXT.partition("| Kind |")[2].partition("\n\n")[0]
    assert set(re.findall(r"`([a-z_]+)`", table)) >= {*KINDS, TOKEN_WRONG, IP_REFUSED}


def test_every_flag_is_there() -> None:
    flags = {f"--{name}" for name in inspect.signature(run_emulator).parameters}
    assert flags <= set(re.findall(r"--[a-z]+", TEXT))
