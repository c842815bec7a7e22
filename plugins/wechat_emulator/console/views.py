"""What the console shows: drafts, published articles, pictures, the menu and the counters of one account."""

from collections.abc import Mapping, Sequence
from typing import Any

from plugins.wechat_emulator.routes.draft import news_items
from plugins.wechat_emulator.state.article_rules import Article
from plugins.wechat_emulator.state.profiles import PROFILES
from plugins.wechat_emulator.state.quota import daily_limit
from plugins.wechat_emulator.state.refusal import Refusal
from plugins.wechat_emulator.state.settings import CHOICES
from plugins.wechat_emulator.state.store import Store

PAGE = 24
_SHORT = ("title", "author", "digest", "thumb_url", "url", "article_type", "is_deleted")


def overview(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Show the accounts, the chosen one's profile and switches, and how much it holds."""
    account = store.accounts.get(appid)
    return {
        "accounts": [{"appid": one.appid, "profile": one.profile_name} for one in store.accounts.all()],
        "appid": account.appid,
        "profile": account.profile_name,
        "profiles": list(PROFILES),
        "settings": account.settings.as_mapping(),
        "choices": CHOICES,
        "now": store.clock.now(),
        "drafts": store.drafts.count(appid),
        "published": store.published.count(appid),
        "pictures": store.materials.count(appid, "image"),
    }


def drafts(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Show a page of drafts without their text."""
    found = store.drafts.page(appid, _offset(sent), PAGE)
    items = [
        {"media_id": draft.media_id, "update_time": draft.update_time, "articles": _short(news_items(draft, True))}
        for draft in found
    ]
    return {"total": store.drafts.count(appid), "page": PAGE, "items": items}


def draft(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Show one draft as a whole."""
    found = store.drafts.get(appid, sent.get("media_id"))
    return {"media_id": found.media_id, "update_time": found.update_time, "articles": news_items(found)}


def published(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Show a page of published messages without their text."""
    items = [
        {
            "article_id": one.article_id,
            "update_time": one.update_time,
            "is_mass": one.is_mass,
            "is_banned": one.is_banned,
            "articles": _short(one.articles),
        }
        for one in store.published.page(appid, _offset(sent), PAGE)
    ]
    return {"total": store.published.count(appid), "page": PAGE, "items": items}


def published_message(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Show one published message as a whole."""
    found = store.published.get(appid, sent.get("article_id"))
    return {"article_id": found.article_id, "update_time": found.update_time, "articles": list(found.articles)}


def pictures(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Show a page of materials of a kind, pictures without one."""
    kind = str(sent.get("kind") or "image")
    items = [
        {"media_id": one.media_id, "name": one.name, "url": one.url, "update_time": one.update_time}
        for one in store.materials.page(appid, kind, _offset(sent), PAGE)
    ]
    return {"total": store.materials.count(appid, kind), "page": PAGE, "items": items}


def menu(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Show the buttons of the menu that followers see."""
    try:
        return {"buttons": store.menus.buttons(appid)}
    except Refusal:
        return {"buttons": []}


def quota(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Show today's calls of every endpoint that was called, and how many there may be."""
    account = store.accounts.get(appid)
    counters = store.quota.counters(appid)
    items = [{"endpoint": name, "used": used, "limit": daily_limit(account, name)} for name, used in counters.items()]
    return {"day": store.clock.day(), "items": sorted(items, key=lambda item: item["endpoint"])}


def _short(articles: Sequence[Article]) -> list[Article]:
    return [{name: article[name] for name in _SHORT if name in article} for article in articles]


def _offset(sent: Mapping[str, Any]) -> int:
    return max(0, min(int(sent.get("offset", 0)), 2**31))
