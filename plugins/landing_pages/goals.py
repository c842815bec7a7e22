"""What a promotion is for, and the one action on its page that does it.

A goal without its action counts nothing and helps nobody, so it is an error; the action is what the bar at the thumb
offers, and what the beacon counts under the goal's event.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.forms.model import Form
from plugins.landing_pages.model import Goal, LandingPage
from plugins.products.model import BuyLink, Catalog
from plugins.shared.language import say
from plugins.site.shop import Shop
from plugins.stores.model import Store

EVENTS: dict[Goal, str] = {
    "call": "tel",
    "map": "map",
    "form": "form",
    "coupon": "coupon",
    "buy": "buy",
    "follow": "follow",
}
"""The event that an action of each goal is counted as."""


@dataclass(frozen=True)
class GoalAction:
    """The action of a goal: what it says, where it leads, and the event it counts."""

    text: str
    href: str
    event: str


def buy_links(landing: LandingPage, catalog: Catalog) -> tuple[BuyLink, ...]:
    """Return the page's own ways to buy on the web, else those of its products, in order."""
    named = (catalog.by_slug[slug] for slug in landing.products if slug in catalog.by_slug)
    links = landing.buy or tuple(link for product in named for link in product.buy)
    return tuple(link for link in links if link.url)


def goal_action(
    landing: LandingPage, shop: Shop, catalog: Catalog, stores: Sequence[Store], form: Form | None, tel: str = ""
) -> GoalAction | None:
    """Return the action that the page's goal needs, None where the page has nothing for it."""
    event = EVENTS[landing.goal]
    shown = [store for store in stores if store.slug in landing.stores] or list(stores)
    tel = tel or shop.tel or next((store.tel for store in shown if store.tel), "")
    routes = [store for store in shown if store.map_links]
    match landing.goal:
        case "call" if tel:
            return GoalAction("打电话", f"tel:{''.join(tel.split())}", event)
        case "map" if routes:
            near = len(routes) == 1
            return GoalAction("看路线", routes[0].map_links[0][1] if near else "#stores", event)
        case "form" if form:
            return GoalAction("开始填写" if landing.layout == "survey" else form.submit, "#form", event)
        case "coupon" if landing.coupons:
            return GoalAction("看券码", "#coupon", event)
        case "buy" if links := buy_links(landing, catalog):
            return GoalAction(links[0].label, links[0].href, event)
        case "follow" if shop.account_qr:
            return GoalAction("关注公众号", "#follow", event)
    return None


def explain_missing_action(goal: Goal) -> str:
    """Return the sentence for a goal without its action."""
    zh, en = _MISSING[goal]
    return say(f"goal 是 {goal}，页面上却{zh}", f"the goal is '{goal}', but {en}")


_MISSING: dict[Goal, tuple[str, str]] = {
    "call": ("没有电话。请在 shop.yaml 写 tel。", "there is no telephone number. Write tel in shop.yaml."),
    "map": (
        "没有带坐标的门店。请在 stores.yaml 写 lat 和 lng。",
        "no store has a place on the map. Write lat and lng in stores.yaml.",
    ),
    "form": ("没有表单。请写 form: 文件名。", "there is no form. Write 'form: file-name'."),
    "coupon": ("没有优惠券。请写 coupons。", "there is no coupon. Write coupons."),
    "buy": (
        "没有网上购买的链接。请写 buy: [{label, url}]，或放一款有 buy 链接的产品。",
        "there is no link to buy. Write buy: [{label, url}], or show a product that has one.",
    ),
    "follow": (
        "没有公众号二维码。请在 shop.yaml 写 account_qr。",
        "there is no QR code of the account. Write account_qr in shop.yaml.",
    ),
}
