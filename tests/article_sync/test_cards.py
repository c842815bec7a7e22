"""Cards show what the shop knows, and a card of something unknown stays empty."""

from pathlib import Path

import pytest

from plugins.article_sync.cards import QR_SCHEME, linked_products, shop_card
from plugins.article_sync.convert.blocks import Blocks, Directive
from plugins.article_sync.convert.from_markdown import read_markdown
from plugins.article_sync.convert.map_blocks import each_picture
from plugins.article_sync.convert.parts import Card
from plugins.article_sync.convert.words import blocks_text
from plugins.site.check import load_site

SITE = "https://shop.example.com/"


@pytest.fixture
def card(small_shop: Path) -> Card:
    (small_shop / "shop.yaml").write_text(
        (small_shop / "shop.yaml").read_text("utf-8") + "account_name: 小店茶\naccount_qr: a.jpg\n", "utf-8"
    )
    return shop_card(load_site(small_shop), SITE)


def _shown(card: Card, kind: str, argument: str = "") -> tuple[str, list[str]]:
    blocks: Blocks = card(Directive(kind, argument))
    return blocks_text(blocks), list(each_picture(blocks))


def test_a_product_has_picture_name_price_and_qr_code(card: Card) -> None:
    words, pictures = _shown(card, "product", "longjing")
    assert "龙井" in words
    assert "268" in words
    assert pictures == ["a.jpg", f"{QR_SCHEME}https://shop.example.com/p/longjing/"]


def test_a_product_without_a_picture_still_has_its_qr_code(card: Card) -> None:
    assert _shown(card, "product", "gaiwan")[1] == [f"{QR_SCHEME}https://shop.example.com/p/gaiwan/"]


def test_a_store_has_address_and_hours_and_says_its_city_once(card: Card) -> None:
    words, _ = _shown(card, "store", "one")
    assert "一店" in words
    assert "地址：杭州路 1 号" in words
    assert "09:30" in words


def test_the_account_and_any_address_have_a_code(card: Card) -> None:
    assert _shown(card, "follow") == ("关注公众号「小店茶」 ", ["a.jpg"]) or _shown(card, "follow")[1] == ["a.jpg"]
    assert _shown(card, "qr", "product:longjing")[1] == [f"{QR_SCHEME}https://shop.example.com/p/longjing/"]
    assert _shown(card, "qr", "https://a.cn/x")[1] == [f"{QR_SCHEME}https://a.cn/x"]


@pytest.mark.parametrize(
    ("kind", "argument"),
    [
        ("product", "nothing"),
        ("store", "nowhere"),
        ("qr", "product:nothing"),
        ("qr", "javascript:go()"),
        ("coupon", "减"),
    ],
)
def test_what_names_nothing_known_stays_empty(card: Card, kind: str, argument: str) -> None:
    assert card(Directive(kind, argument)) == ()


def test_products_that_are_linked_and_have_no_card_get_one_each() -> None:
    text = "[甲](product:a)、[乙](product:b)、[再说甲](product:a)\n\n> ::: product b\n> :::\n\n- [丙](product:c)\n"
    assert linked_products(read_markdown(text)) == ["a", "c"]
