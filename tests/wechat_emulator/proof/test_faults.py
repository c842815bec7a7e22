"""Faults: on the call they were planned for, by chance but the same ones again, and recorded for a replay."""

import json
import threading
from typing import Any

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from plugins.wechat_emulator import DEMO_APPID, EmulatorServer, Fault, Store
from plugins.wechat_emulator.state.faults import ALWAYS, KINDS, PlannedFault
from plugins.wechat_emulator.state.script import as_line, planned_of, play_script, record
from tests.wechat_emulator.conftest import BASE, Api, article
from tests.wechat_emulator.scribble import laws

ALL_KINDS = [Fault("errcode", -1), Fault("truncate"), Fault("drop_after"), Fault("drop_before")]


def outcomes(api: Api, name: str = "draft/count", calls: int = 10) -> list[object]:
    """Call an endpoint and return how each call ended."""
    ended: list[object] = []
    for _ in range(calls):
        try:
            ended.append(api.get(name).get("errcode", "ok"))
        except requests.ConnectionError:
            ended.append("dropped")
        except ValueError:
            ended.append("cut")
    return ended


def test_a_fault_waits_for_its_call(api: Api) -> None:
    api.control("faults", {"endpoint": "draft/count", "kind": "errcode", "errcode": 45009, "call": 3})
    assert outcomes(api, calls=4) == ["ok", "ok", 45009, "ok"]


def test_a_fault_of_every_endpoint_until_cleared(api: Api) -> None:
    api.control("faults", {"endpoint": "*", "kind": "errcode", "errcode": -1, "times": ALWAYS})
    assert outcomes(api, calls=3) == [-1] * 3
    assert outcomes(api, "material/get_materialcount", calls=2) == [-1] * 2
    api.http.delete(f"{BASE}/_emulator/faults")
    assert outcomes(api, calls=2) == ["ok"] * 2


def test_a_delay_comes_before_the_answer_and_the_effect_after_it() -> None:
    """A client that does not wait sees nothing, and the draft is made all the same."""
    waits, go_on = list[float](), threading.Event()
    store = Store()
    store.faults._sleep = lambda seconds: (waits.append(seconds), go_on.wait(20))[0]
    with EmulatorServer(store) as server:
        cover = Api(store).cover()
        store.faults.add("draft/add", Fault("delay", delay_ms=700))
        api = Api(store)
        url = f"{server.url}/cgi-bin/draft/add?access_token={api.token}"
        with pytest.raises(requests.ReadTimeout):
            requests.post(url, json={"articles": [article(cover)]}, timeout=0.3)
        assert (waits, store.drafts.count(DEMO_APPID)) == ([0.7], 0)
        go_on.set()
    assert store.drafts.count(DEMO_APPID) == 1
    store.close()


def test_a_page_shift_hides_one_draft_and_repeats_another(api: Api) -> None:
    cover = api.cover()
    made = [api.post("draft/add", {"articles": [article(cover)]})["media_id"] for _ in range(6)]
    first = api.post("draft/batchget", {"offset": 0, "count": 3})
    api.control("faults", {"endpoint": "draft/batchget", "kind": "page_shift"})
    second = api.post("draft/batchget", {"offset": 3, "count": 3})
    seen = [item["media_id"] for item in first["item"] + second["item"]]
    assert seen == [made[5], made[4], made[3], made[3], made[2], made[1]]
    assert second["total_count"] == 6
    assert api.post("draft/batchget", {"offset": 0, "count": 1})["item"][0]["media_id"] == made[0]


def test_tokens_that_are_always_wrong_and_an_ip_that_is_refused(api: Api) -> None:
    api.control("faults", {"kind": "token_wrong"})
    api.control("faults", {"kind": "ip_refused", "ip": "203.0.113.9"})
    assert outcomes(api, calls=2) == [40001, 40001]
    refused = api.post("stable_token", {"grant_type": "client_credential", "appid": DEMO_APPID, "secret": "x"})
    assert refused["errcode"] == 40164
    assert "203.0.113.9" in refused["errmsg"]
    kinds = {fault["kind"] for fault in api.http.get(f"{BASE}/_emulator/faults").json()["waiting"]}
    assert kinds == {"token_wrong", "ip_refused"}
    api.http.delete(f"{BASE}/_emulator/faults")
    assert outcomes(api, calls=1) == ["ok"]


def test_chance_is_the_same_for_the_same_seed() -> None:
    def run(seed: str) -> list[object]:
        api = Api(Store())
        kinds = [{"kind": fault.kind, "errcode": fault.errcode} for fault in ALL_KINDS]
        api.control("faults/draw", {"seed": seed, "chance": 0.4, "kinds": kinds})
        return outcomes(api, calls=40)

    assert run("a") == run("a")
    assert run("a") != run("b")
    assert len(set(run("a"))) >= 4


def test_what_struck_is_a_script_that_strikes_again(api: Api) -> None:
    kinds = [{"kind": fault.kind, "errcode": fault.errcode} for fault in ALL_KINDS]
    api.control("faults/draw", {"seed": "7", "chance": 0.5, "kinds": kinds})
    ended = outcomes(api, calls=30)
    script = api.http.get(f"{BASE}/_emulator/faults/script").json()["script"]
    assert api.control("faults/replay", {"script": script})["lines"] == sum(each != "ok" for each in ended)
    assert outcomes(api, calls=30) == ended


def test_faults_of_unknown_endpoints_are_not_counted_for_ever(store: Store) -> None:
    for number in range(1100):
        store.faults.take(f"nothing/{number}")
    assert store.database.number("select count(*) from counted_calls") == 1000


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"endpoint": "draft/add", "kind": "fire"}, "no fault 'fire'"),
        ({"endpoint": "", "kind": "truncate"}, "endpoint is missing"),
        ({"endpoint": "a", "kind": "errcode"}, "errcode 0"),
        ({"endpoint": "a", "kind": "delay", "delay_ms": -1}, "delay_ms"),
        ({"endpoint": "a", "kind": "delay", "delay_ms": 10**9}, "delay_ms"),
        ({"endpoint": "a", "kind": "truncate", "times": 0}, "times"),
        ({"endpoint": "a", "kind": "truncate", "when": 3}, "'when' means nothing"),
        ({"endpoint": "a", "kind": "truncate", "times": "often"}, "often"),
    ],
)
def test_a_fault_that_makes_no_sense(api: Api, body: dict[str, object], says: str) -> None:
    assert says in str(api.control("faults", body)["error"])
    assert api.store.faults.waiting() == []


FAULTS = st.builds(
    PlannedFault,
    st.sampled_from(["draft/add", "*", "freepublish/get"]),
    st.builds(Fault, st.sampled_from(KINDS), st.integers(40001, 90000), st.integers(0, 9000)),
    st.integers(0, 10**6),
    st.integers(1, 9) | st.just(ALWAYS),
)


@laws
@given(st.lists(FAULTS, max_size=5))
def test_a_script_says_what_was_planned(faults: list[PlannedFault]) -> None:
    store = Store()
    assert play_script(store, record(faults)) == len(faults)
    assert store.faults.waiting() == faults
    store.close()


@laws
@given(FAULTS)
def test_a_line_is_read_back(fault: PlannedFault) -> None:
    line: dict[str, Any] = json.loads(json.dumps(as_line(fault)))
    assert planned_of(line) == fault
