"""Many clients at once on one emulator, and the proof that nothing was lost and nobody saw another's drafts."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import requests

CLIENTS_PER_ACCOUNT = 8  # one for each article of the draft that they share
TIMEOUT_S = 60
ROOM = -1_000_000
_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEUlEQVR42mOYkbAAD2IYZqQBALpRj3HVQ5UZAAAAAElFTkSuQmCC"


@dataclass(frozen=True)
class LoadReport:
    """What a run did: calls, seconds, the slowest calls, and everything that was not as it must be."""

    operations: int
    seconds: float
    median_ms: float
    slowest_ms: float
    problems: tuple[str, ...]

    @property
    def per_second(self) -> float:
        """Calls answered in a second."""
        return self.operations / self.seconds


class LoadProblem(Exception):
    """A call that should have succeeded was refused."""


@dataclass
class LoadAccount:
    """One account, the draft that its clients share, and its token."""

    appid: str
    token: str
    cover: str
    shared: str


@dataclass
class LoadClient:
    """One client: writes its own drafts, and its own article of the shared one."""

    base: str
    account: LoadAccount
    number: int
    durations_ms: list[float] = field(default_factory=list)
    session: requests.Session = field(default_factory=requests.Session)
    last_shared: str = ""

    def work(self, operations: int) -> None:
        """Carry out a number of draft operations, each seen through."""
        rounds = (self._add, self._update, self._read, self._share, self._delete)
        for turn in range(operations):
            rounds[turn % len(rounds)](f"{self.account.appid}-{self.number}-{turn}")
        while turn % len(rounds) != len(rounds) - 1:  # a round that was begun ends without a draft left over
            turn += 1
            rounds[turn % len(rounds)](f"{self.account.appid}-{self.number}-{turn}")

    def _add(self, mark: str) -> None:
        self._own = str(self._post("draft/add", {"articles": [self._article(mark)]})["media_id"])

    def _update(self, mark: str) -> None:
        self._mark = mark
        self._post("draft/update", {"media_id": self._own, "index": 0, "articles": self._article(mark)})

    def _read(self, mark: str) -> None:
        (item,) = self._post("draft/get", {"media_id": self._own})["news_item"]
        if self._mark not in item["content"]:
            raise LoadProblem(f"lost update: {self._mark} is not in {item['content']}")

    def _share(self, mark: str) -> None:
        body = {"media_id": self.account.shared, "index": self.number, "articles": self._article(mark)}
        self._post("draft/update", body)
        self.last_shared = mark

    def _delete(self, mark: str) -> None:
        self._post("draft/delete", {"media_id": self._own})

    def _article(self, mark: str) -> dict[str, str]:
        content = f"<section><p>{mark}</p></section>"
        return {"title": self.account.appid, "content": content, "thumb_media_id": self.account.cover}

    def _post(self, name: str, body: object) -> dict[str, Any]:
        started = time.perf_counter()
        answer = call(self.session, self.base, name, self.account.token, body)
        self.durations_ms.append((time.perf_counter() - started) * 1000)
        return answer


def run_load(base: str, clients: int, operations: int) -> LoadReport:
    """Let clients work at once on accounts made for them, then look at what is left."""
    accounts = [_new_account(base) for _ in range(-(-clients // CLIENTS_PER_ACCOUNT))]
    crowd = [
        LoadClient(base, accounts[number // CLIENTS_PER_ACCOUNT], number % CLIENTS_PER_ACCOUNT)
        for number in range(clients)
    ]
    started = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        jobs = [pool.submit(client.work, operations // clients) for client in crowd]
    seconds = time.perf_counter() - started
    problems = [str(job.exception()) for job in jobs if job.exception()]
    problems += [problem for account in accounts for problem in _left_over(base, account, crowd)]
    durations = sorted(each for client in crowd for each in client.durations_ms)
    return LoadReport(len(durations), seconds, durations[len(durations) // 2], durations[-1], tuple(problems))


def call(session: requests.Session, base: str, name: str, token: str, body: object) -> dict[str, Any]:
    """Return the answer of a call. Raises LoadProblem when it is refused."""
    address = f"{base}/cgi-bin/{name}"
    answer: dict[str, Any] = session.post(address, params={"access_token": token}, json=body, timeout=TIMEOUT_S).json()
    if answer.get("errcode"):
        raise LoadProblem(f"{name}: {answer}")
    return answer


def _new_account(base: str) -> LoadAccount:
    """Make an account with a cover, a shared draft of eight articles, and calls without end."""
    session = requests.Session()
    made = session.post(f"{base}/_emulator/accounts", json={}, timeout=TIMEOUT_S).json()
    appid = made["appid"]
    for endpoint in ("draft/add", "draft/update", "draft/get", "draft/delete", "draft/batchget"):
        body = {"appid": appid, "endpoint": endpoint, "calls": ROOM}
        session.post(f"{base}/_emulator/quota", json=body, timeout=TIMEOUT_S).raise_for_status()
    credentials = {"grant_type": "client_credential", "appid": appid, "secret": made["secret"]}
    token = call(session, base, "stable_token", "", credentials)["access_token"]
    upload = {"appid": appid, "name": "cover.png", "base64": _PIXEL}
    cover = session.post(f"{base}/_emulator/console/upload", json=upload, timeout=TIMEOUT_S).json()["media_id"]
    article = {"title": appid, "content": "<p>-</p>", "thumb_media_id": cover}
    shared = call(session, base, "draft/add", token, {"articles": [article] * CLIENTS_PER_ACCOUNT})["media_id"]
    return LoadAccount(appid, token, cover, shared)


def _left_over(base: str, account: LoadAccount, crowd: Sequence[LoadClient]) -> list[str]:
    """Return what is wrong after the work: only the shared draft may be left, with everybody's words."""
    session = requests.Session()
    listed = call(session, base, "draft/batchget", account.token, {"offset": 0, "count": 20})
    problems = []
    if [item["media_id"] for item in listed["item"]] != [account.shared]:
        problems.append(f"{account.appid}: {listed['total_count']} drafts are left, one was expected")
    items = call(session, base, "draft/get", account.token, {"media_id": account.shared})["news_item"]
    problems += [f"{account.appid}: holds {item['title']}" for item in items if item["title"] != account.appid]
    for client in crowd:
        if client.account is account and client.last_shared not in items[client.number]["content"]:
            problems.append(f"{account.appid}: lost update {client.last_shared}")
    return problems
