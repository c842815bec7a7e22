"""Promises about the bad days: tokens, dropped answers, limits, secrets."""

import json
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests
from requests.adapters import BaseAdapter

from plugins.shared.errors import AccountError, AnswerUnclear, CredentialsRefused, QuotaUsedUp
from plugins.wechat import open_gateway
from plugins.wechat_emulator import DEMO_APPID, DEMO_SECRET, EmulatorTransport, Fault, Store
from tests.contract.conftest import BASE, Account, environ
from tests.wechat_emulator.conftest import picture


class Counting(BaseAdapter):
    """Passes requests on and notes their paths."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._inner = EmulatorTransport(store)
        self.paths: list[str] = []
        self.forced: list[bool] = []

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        self.paths.append(request.path_url.partition("?")[0].removeprefix("/cgi-bin/"))
        if self.paths[-1] == "stable_token":
            self.forced.append(json.loads(request.body or b"")["force_refresh"])
        return self._inner.send(request)

    def close(self) -> None:
        pass


def test_an_expired_token_is_replaced_without_notice(account: Account) -> None:
    media_id = account.draft()
    account.store.tokens.expire_all(DEMO_APPID)
    assert account.gateway.get_draft(media_id)[0].title == "明前龙井"
    account.store.tokens.expire_all(DEMO_APPID)
    assert account.draft() != media_id
    assert account.gateway.count_drafts() == 2


def test_a_token_that_another_program_ended_is_replaced(account: Account) -> None:
    account.gateway.count_drafts()
    demo = account.store.accounts.get(DEMO_APPID)
    account.store.tokens.issue_stable(demo, force=True)
    assert account.gateway.count_drafts() == 0


def test_a_token_refused_for_ever_ends_after_three_tries() -> None:
    store = Store()
    store.accounts.change(DEMO_APPID, {"token_always_wrong": True})
    counting = Counting(store)
    with pytest.raises(CredentialsRefused) as caught:
        open_gateway(environ(BASE), None, counting).count_drafts()
    assert caught.value.errcode == 40001
    tries = ["draft/count", "stable_token"]
    assert counting.paths == ["stable_token", *tries, *tries, "draft/count"]


def test_a_new_token_that_is_refused_too_is_replaced_by_force() -> None:
    store = Store()
    counting = Counting(store)
    gateway = open_gateway(environ(BASE), None, counting)
    gateway.count_drafts()
    store.tokens.expire_all(DEMO_APPID)
    store.faults.add("draft/count", Fault("errcode", 40001), times=2)
    assert gateway.count_drafts() == 0
    assert counting.paths[2:] == ["draft/count", "stable_token"] * 2 + ["draft/count"]
    assert counting.forced == [False, False, True]


def test_a_file_is_sent_whole_again_after_a_refused_token(account: Account) -> None:
    account.gateway.count_drafts()
    account.store.tokens.expire_all(DEMO_APPID)
    data = picture()
    assert account.gateway.download(account.gateway.upload_body_image("a.jpg", data)) == data


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "truncate"])
def test_reads_are_tried_again_after_no_answer(account: Account, kind: str) -> None:
    account.store.faults.add("draft/count", Fault(kind), times=2)
    assert account.gateway.count_drafts() == 0
    assert account.slept == [1.0, 4.0]


@pytest.mark.parametrize("fault", [Fault("drop_after"), Fault("errcode", -1)])
def test_reads_are_not_tried_for_ever(account: Account, fault: Fault) -> None:
    account.store.faults.add("draft/count", fault, times=3)
    with pytest.raises(AnswerUnclear):
        account.gateway.count_drafts()
    assert account.gateway.count_drafts() == 0


def test_a_minute_is_waited_for_the_limit_of_a_minute(account: Account) -> None:
    account.store.faults.add("draft/count", Fault("errcode", 45011))
    assert account.gateway.count_drafts() == 0
    assert account.slept == [60.0]


def test_updates_are_tried_again(account: Account) -> None:
    media_id = account.draft()
    account.store.faults.add("draft/update", Fault("drop_after"))
    account.gateway.update_draft(media_id, account.article(title="改"))
    assert account.gateway.get_draft(media_id)[0].title == "改"


@pytest.mark.parametrize(
    ("fault", "drafts"),
    [
        (Fault("drop_before"), 0),
        (Fault("drop_after"), 1),
        (Fault("truncate"), 1),
        (Fault("errcode", -1), 0),
    ],
)
def test_a_draft_is_never_created_twice(account: Account, fault: Fault, drafts: int) -> None:
    article = account.article()
    account.store.faults.add("draft/add", fault)
    with pytest.raises(AnswerUnclear):
        account.gateway.add_draft([article])
    assert account.gateway.count_drafts() == drafts
    assert account.slept == []


def test_uploads_and_deletes_are_never_repeated(account: Account) -> None:
    media_id = account.draft()
    before = len(list(account.gateway.list_materials("image")))
    calls: list[tuple[str, Callable[[], object]]] = [
        ("material/add_material", lambda: account.gateway.add_material("image", "a.jpg", picture())),
        ("media/uploadimg", lambda: account.gateway.upload_body_image("a.jpg", picture())),
        ("draft/delete", lambda: account.gateway.delete_draft(media_id)),
    ]
    for endpoint, call in calls:
        account.store.faults.add(endpoint, Fault("drop_after"))
        with pytest.raises(AnswerUnclear):
            call()
    assert account.slept == []
    assert len(list(account.gateway.list_materials("image"))) == before + 1
    assert account.gateway.count_drafts() == 0


def test_used_up_quotas(account: Account) -> None:
    account.store.quota.use(DEMO_APPID, "draft/count", 1000)
    with pytest.raises(QuotaUsedUp) as caught:
        account.gateway.count_drafts()
    assert caught.value.errcode == 45009


def test_the_ip_that_wechat_saw_is_shown(account: Account) -> None:
    account.store.accounts.change(DEMO_APPID, {"ip_refused": "203.0.113.7"})
    with pytest.raises(CredentialsRefused, match=r"203\.0\.113\.7.*IP白名单.*\(errcode 40164, rid "):
        account.gateway.count_drafts()


def test_a_server_that_is_not_there_leaves_the_effect_unclear() -> None:
    slept: list[float] = []
    gateway = open_gateway(environ("http://127.0.0.1:9"), None, sleep=slept.append)
    with pytest.raises(AnswerUnclear, match="stable_token"):
        gateway.count_drafts()
    assert slept == [1.0, 4.0]


def test_no_secret_is_ever_shown(account: Account, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    account.gateway.count_drafts()
    errors: list[AccountError] = []
    for endpoint, fault in (
        ("draft/count", Fault("drop_after")),
        ("draft/count", Fault("truncate")),
        ("draft/count", Fault("errcode", 40001)),
        ("draft/count", Fault("errcode", 45009)),
        ("stable_token", Fault("drop_before")),
    ):
        account.store.faults.clear()
        account.store.faults.add(endpoint, fault, times=9)
        account.store.tokens.expire_all(DEMO_APPID)
        account.store.clock.advance(60)
        with pytest.raises(AccountError) as caught:
            account.gateway.count_drafts()
        errors.append(caught.value)
    dead = open_gateway(environ("http://127.0.0.1:9"), tmp_path, sleep=lambda _: None)
    with pytest.raises(AccountError) as caught:
        dead.count_drafts()
    shown = caplog.text + "".join(_everything(error) for error in [*errors, caught.value])
    shown += repr(account.gateway) + repr(vars(account.gateway)["_calls"].client)
    secrets = [DEMO_SECRET, *(row["value"] for row in account.store.database.rows("select value from tokens"))]
    assert len(secrets) > 2
    assert not [secret for secret in secrets if secret in shown]


def _everything(error: BaseException | None) -> str:
    """Return the texts of an exception and of all that hang on it."""
    if error is None:
        return ""
    return f"{error!r} {error} {vars(error)}" + _everything(error.__cause__) + _everything(error.__context__)


def test_eight_writers_lose_nothing(account: Account) -> None:
    article = account.article()
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: account.gateway.add_draft([article]), range(64)))
    assert len(set(made)) == 64
    assert {draft.media_id for draft in account.gateway.list_drafts()} == set(made)
