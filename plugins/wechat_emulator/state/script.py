"""A script of faults: JSON lines, written by hand or recorded, replayed call by call.

A line is one fault, ``{"endpoint": "draft/add", "call": 3, "kind": "drop_after"}``, or one thing that is set at the
start: ``{"clock": 1790000000}``, ``{"settings": {"ip_refused": "203.0.113.7"}}`` (of the first account, or of
``"appid"``), ``{"seed": "a", "chance": 0.1, "kinds": [{"kind": "truncate"}]}``. Empty and ``#`` lines are skipped.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from plugins.shared.errors import ContentProblems, Problem
from plugins.wechat_emulator.state.faults import Fault, PlannedFault
from plugins.wechat_emulator.state.refusal import Refusal
from plugins.wechat_emulator.state.store import Store

_EXAMPLE = '{"endpoint": "draft/add", "kind": "drop_after"}'
_FAULT_KEYS = frozenset({"endpoint", "kind", "errcode", "delay_ms", "call", "times"})


def play_script(store: Store, text: str, name: str = "script") -> int:
    """Plan what a script says and return how many lines did something; all of it, or nothing.

    Raises:
        ContentProblems: with every line that cannot be used.
    """
    problems: list[Problem] = []
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if _says_something(line)]
    with store.transaction():
        for number, line in lines:
            try:
                play_line(store, _object(json.loads(line)))
            except (ValueError, TypeError, OverflowError, Refusal) as problem:
                problems.append(Problem(name, number, str(problem)))
        if problems:
            raise ContentProblems(problems)
    return len(lines)


def play_line(store: Store, line: Mapping[str, Any]) -> None:
    """Plan what one line says. Raises ValueError or Refusal."""
    if "clock" in line:
        store.clock.set(int(line["clock"]))
    elif "settings" in line:
        store.accounts.change(str(line.get("appid", "")), _object(line["settings"]))
    elif "chance" in line:
        kinds = [fault_of(_object(one)) for one in line.get("kinds") or ()]
        store.faults.draw(str(line.get("seed", "")), float(line["chance"]), kinds)
    else:
        store.faults.plan(planned_of(line))


def planned_of(line: Mapping[str, Any]) -> PlannedFault:
    """Return the fault that a line plans. Raises ValueError for a key that means nothing."""
    unknown = sorted(set(line) - _FAULT_KEYS)
    if unknown:
        raise ValueError(f"{unknown[0]!r} means nothing here. Use: {', '.join(sorted(_FAULT_KEYS))}.")
    endpoint, call, times = str(line.get("endpoint", "")), int(line.get("call", 0)), int(line.get("times", 1))
    return PlannedFault(endpoint, fault_of(line), call, times)


def fault_of(values: Mapping[str, Any]) -> Fault:
    """Return the fault that some values describe."""
    return Fault(str(values.get("kind", "")), int(values.get("errcode", 0)), int(values.get("delay_ms", 0)))


def as_line(planned: PlannedFault) -> dict[str, Any]:
    """Return a fault as a line of a script holds it, without the values that say nothing."""
    fault = planned.fault
    numbers = {"errcode": fault.errcode, "delay_ms": fault.delay_ms, "call": planned.call}
    shown = {name: value for name, value in numbers.items() if value}
    times = {"times": planned.times} if planned.times != 1 else {}
    return {"endpoint": planned.endpoint, "kind": fault.kind} | shown | times


def record(planned: Iterable[PlannedFault]) -> str:
    """Return faults as a script."""
    return "".join(json.dumps(as_line(one), ensure_ascii=False) + "\n" for one in planned)


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _object(found: object) -> Mapping[str, Any]:
    if not isinstance(found, Mapping):
        raise ValueError(f"{found!r} is no JSON object. Write one, like {_EXAMPLE}")
    return found
