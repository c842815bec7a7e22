"""Eight clients at once: nothing is lost, nothing counted twice."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plugins.wechat_emulator import DEMO_APPID, Store
from tests.wechat_emulator.conftest import NOW, Api

CALLS = 48


@pytest.fixture
def api(tmp_path: Path) -> Api:
    return Api(Store(tmp_path / "account.sqlite", wall=lambda: NOW))


def at_once(count: int, name: str, body: object, api: Api) -> list[dict[str, object]]:
    clients = [Api(api.store) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(lambda number: clients[number % 8].post(name, body), range(count)))


def test_publishing(api: Api) -> None:
    api.settings(publish_polls=0)
    answers = at_once(CALLS, "freepublish/submit", {"media_id": api.draft()}, api)
    accepted = [one["publish_id"] for one in answers if one["errcode"] == 0]
    assert len(set(accepted)) == len(accepted) == api.store.published.count(DEMO_APPID)
    assert Counter(one["errcode"] for one in answers) == {0: 1, 40007: CALLS - 1}
    assert len(api.store.events.all(DEMO_APPID)) == 1


def test_the_last_send_of_the_day_goes_to_one_of_them(api: Api) -> None:
    api.become("verified_subscription")
    own = api.own
    clients = [Api(api.store) for _ in range(8)]
    for client in clients:
        client.own = own
        client.renew_token()
    body = {"msgtype": "text", "text": {"content": "新茶"}, "filter": {"is_to_all": True}}
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda client: client.post("message/mass/sendall", body)["errcode"], clients))
    assert Counter(answers) == {0: 1, 45028: 7}


def test_tags_and_codes(api: Api) -> None:
    made = at_once(CALLS, "tags/create", {"tag": {"name": "老茶客"}}, api)
    assert sum("tag" in one for one in made) == 1
    scene = {"action_name": "QR_SCENE", "action_info": {"scene": {"scene_id": 1}}, "expire_seconds": 60}
    codes = at_once(CALLS, "qrcode/create", scene, api)
    assert len({one["ticket"] for one in codes}) == CALLS
    assert api.store.quota.used(DEMO_APPID, "qrcode/create") == CALLS


def test_a_quota_ends_exactly(api: Api) -> None:
    api.store.quota.use(DEMO_APPID, "freepublish/batchget", 90)
    answers = at_once(CALLS, "freepublish/batchget", {}, api)
    assert sum("errcode" not in one for one in answers) == 10
    assert {one["errcode"] for one in answers if "errcode" in one} == {45009}
