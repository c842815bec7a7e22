"""What the shop's cards show in an article: products, stores, the account, and QR codes."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from plugins.article_sync.convert.blocks import STRONG, Block, Blocks, Directive, Image, Paragraph, Run
from plugins.article_sync.convert.map_blocks import each_link, map_blocks
from plugins.article_sync.convert.parts import Card
from plugins.shared.markdown import as_typed

if TYPE_CHECKING:  # the site brings Pelican along, which takes over logging
    from plugins.site.site import Site

QR_SCHEME = "qr:"
"""How a picture is named that is the QR code of the address behind the colon."""


def shop_card(site: "Site", site_url: str) -> Card:
    """Return what fills the cards of a shop; a card that names nothing known stays empty."""

    def absolute(reference: str) -> str:
        target = site.references.get(reference)
        return site_url.rstrip("/") + target.url if target else reference

    def card(part: Directive) -> Blocks:
        makers: dict[str, Callable[[], Iterator[Block]]] = {
            "product": lambda: _product(site, part.argument, absolute(f"product:{part.argument}")),
            "store": lambda: _store(site, part.argument),
            "follow": lambda: _follow(site),
            "qr": lambda: _code(absolute(part.argument), "长按识别二维码"),
        }
        return tuple(makers[part.kind]()) if part.kind in makers else ()

    return card


def linked_products(blocks: Blocks) -> list[str]:
    """Return the slugs of products that the text links to and shows no card of, in order."""
    shown: set[str] = set()

    def note(block: Block) -> Block:
        if isinstance(block, Directive) and block.kind == "product":
            shown.add(block.argument)
        return block

    map_blocks(blocks, note)
    targets = dict.fromkeys(map(as_typed, each_link(blocks)))
    linked = [target.partition(":")[2] for target in targets if target.startswith("product:")]
    return [slug for slug in linked if slug not in shown]


def _product(site: "Site", slug: str, url: str) -> Iterator[Block]:
    from plugins.products.card import product_card

    product = site.catalog.by_slug.get(slug)
    if product is None:
        return
    found = product_card(product, site)
    if product.images:
        yield Paragraph((Image(product.images[0]),))
    price = f"{found.price}／{found.unit}" if found.unit else found.price
    yield Paragraph((_bold(found.title), Run(f"　{price}")))
    yield from _code(url, "长按识别，看详情")


def _store(site: "Site", slug: str) -> Iterator[Block]:
    for store in site.stores:
        if store.slug == slug:
            yield Paragraph((_bold(store.name),))
            yield Paragraph((Run(f"地址：{store.whole_address}"),))
            yield Paragraph((Run("营业时间：" + "，".join(" ".join(row) for row in store.hours_text)),))
            if store.tel:
                yield Paragraph((Run(f"电话：{store.tel}"),))


def _follow(site: "Site") -> Iterator[Block]:
    yield Paragraph((_bold(f"关注公众号「{site.shop.account_name or site.shop.name}」"),))
    if site.shop.account_qr:
        yield Paragraph((Image(site.shop.account_qr, "长按识别二维码"),))


def _code(url: str, caption: str) -> Iterator[Block]:
    if url.startswith(("https://", "http://")):
        yield Paragraph((Image(QR_SCHEME + url, caption),))


def _bold(text: str) -> Run:
    return Run(text, frozenset({STRONG}))
