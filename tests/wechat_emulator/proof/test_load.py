"""A small crowd on a real socket: nothing lost, nothing seen by the wrong account. bench.py does it with fifty."""

from plugins.wechat_emulator import EmulatorServer, Fault
from plugins.wechat_emulator.load import run_load
from plugins.wechat_emulator.state.faults import PlannedFault


def test_a_crowd_loses_nothing(server: EmulatorServer) -> None:
    report = run_load(server.url, clients=8, operations=400)
    assert report.problems == ()
    assert report.operations >= 400


def test_what_is_lost_is_noticed(server: EmulatorServer) -> None:
    server.store.faults.plan(PlannedFault("draft/delete", Fault("errcode", 45009)))
    report = run_load(server.url, clients=2, operations=20)
    assert any("45009" in problem for problem in report.problems)
    assert any("drafts are left" in problem for problem in report.problems)
