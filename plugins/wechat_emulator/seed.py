"""A seed: accounts with their pictures, drafts and menus, described in one JSON document.

The first account of the document is the demo account, every other one is added. A draft is one article, or
``{"articles": [...]}``; ``"cover": "name"`` stands for a material's media_id, ``material:name`` in content for its
address. Everything goes through the rules that calls go through.
"""

import base64
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from plugins.shared.errors import ContentProblems, Problem
from plugins.wechat_emulator.state.accounts import Account
from plugins.wechat_emulator.state.article_rules import Article, Cover, accept_article, filled_digest
from plugins.wechat_emulator.state.file_format import size_of
from plugins.wechat_emulator.state.materials import NewMaterial, StoredMaterial
from plugins.wechat_emulator.state.menu_rules import Known, check_menu
from plugins.wechat_emulator.state.profile_switch import switch_profile
from plugins.wechat_emulator.state.refusal import Refusal
from plugins.wechat_emulator.state.store import Store
from plugins.wechat_emulator.state.upload_rules import check_upload, rule_for

_MATERIAL = re.compile(r"material:([^\s\"'<>]+)")


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SeedMaterial(_Strict):
    """A file: beside the document, or inside it as base64."""

    name: str
    type: str = "image"
    file: str = ""
    base64: str = ""


class SeedAccount(_Strict):
    """One account and what it holds."""

    profile: str = ""
    settings: dict[str, Any] = {}
    materials: tuple[SeedMaterial, ...] = ()
    drafts: tuple[dict[str, Any], ...] = ()
    published: tuple[dict[str, Any], ...] = ()
    menu: dict[str, Any] | None = None


class Seed(_Strict):
    """The whole document; ``clock`` stops the store's clock at a Unix second."""

    accounts: tuple[SeedAccount, ...]
    clock: int | None = None


def load_seed_file(store: Store, path: Path) -> list[str]:
    """Add what a file describes and return the appids. Raises ContentProblems."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _problem(str(path), f"cannot be read ({error.strerror}). Give the path of a JSON document.") from None
    except ValueError as error:
        raise _problem(str(path), f"is not JSON: {error}.", getattr(error, "lineno", 1)) from None
    return load_seed(store, document, str(path), path.parent)


def load_seed(store: Store, document: object, name: str, folder: Path | None) -> list[str]:
    """Add what a document describes, all of it or nothing, and return the appids of its accounts.

    Without ``folder`` materials must be inside the document. Raises ContentProblems.
    """
    try:
        seed = Seed.model_validate(document)
    except ValidationError as error:
        places = ((".".join(map(str, one["loc"])), one["msg"]) for one in error.errors())
        raise ContentProblems(Problem(name, 1, f"{place}: {message}.") for place, message in places) from None
    with store.transaction():
        if seed.clock is not None:
            store.clock.set(seed.clock)
        return [_Loader(store, one, number, name, folder).load() for number, one in enumerate(seed.accounts)]


class _Loader:
    """Fills one account."""

    def __init__(self, store: Store, seed: SeedAccount, number: int, name: str, folder: Path | None) -> None:
        self._store = store
        self._seed = seed
        self._number = number
        self._name = name
        self._folder = folder
        self._materials: dict[str, StoredMaterial] = {}

    def load(self) -> str:
        place = f"accounts.{self._number}"
        try:
            account = self._account()
            for number, material in enumerate(self._seed.materials):
                place = f"accounts.{self._number}.materials.{number}"
                self._materials[material.name] = self._add_material(account, material)
            for kind, keep in (("drafts", self._store.drafts.add), ("published", self._store.published.add)):
                for number, draft in enumerate(getattr(self._seed, kind)):
                    place = f"accounts.{self._number}.{kind}.{number}"
                    keep(account.appid, self._articles(account, draft))
            place = f"accounts.{self._number}.menu"
            self._add_menu(account)
        except (Refusal, ValueError, OSError) as problem:
            raise _problem(self._name, f"{place}: {problem}.") from None
        return account.appid

    def _account(self) -> Account:
        first = self._store.accounts.get("")
        account = first if self._number == 0 else self._store.new_account(self._seed.profile or first.profile_name)
        if self._seed.profile:
            switch_profile(self._store, account.appid, self._seed.profile)
        return self._store.accounts.change(account.appid, self._seed.settings)

    def _add_material(self, account: Account, material: SeedMaterial) -> StoredMaterial:
        if material.base64:
            data = base64.b64decode(material.base64)
        elif self._folder is None:
            raise ValueError("a file cannot be read from here; give base64")
        else:
            data = (self._folder / material.file).read_bytes()
        name = Path(material.file or material.name).name
        new = NewMaterial(material.type, name, check_upload(name, data, rule_for(material.type)), data)
        return self._store.materials.add(account.appid, new)

    def _articles(self, account: Account, draft: Mapping[str, Any]) -> Sequence[Article]:
        sent = draft.get("articles") or [draft]
        articles = [self._article(account, dict(one)) for one in sent]
        if len(articles) == 1:
            articles[0]["digest"] = filled_digest(articles[0])
        return articles

    def _article(self, account: Account, sent: dict[str, Any]) -> Article:
        if cover := sent.pop("cover", ""):
            sent["thumb_media_id"] = self._material(cover).media_id
        sent["content"] = _MATERIAL.sub(lambda found: self._material(found.group(1)).url, str(sent.get("content", "")))
        return accept_article(sent, account.settings, lambda media_id: self._cover(account, media_id))

    def _cover(self, account: Account, media_id: str) -> Cover:
        material = self._store.materials.get(account.appid, media_id)
        return Cover(material.url, size_of(material.data))

    def _add_menu(self, account: Account) -> None:
        if self._seed.menu is not None:
            known = Known(lambda _: True, lambda _: True, lambda _: True)
            self._store.menus.create(account.appid, check_menu(self._seed.menu.get("button"), known))

    def _material(self, name: str) -> StoredMaterial:
        if name not in self._materials:
            raise ValueError(f"no material {name!r} in this account. There are: {', '.join(self._materials) or 'none'}")
        return self._materials[name]


def _problem(name: str, message: str, line: int = 1) -> ContentProblems:
    return ContentProblems([Problem(name, line, message)])
