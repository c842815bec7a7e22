"""The index of products: bounded files that together hold every product, and nothing that is not public."""

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from random import Random

from plugins.images import Picture
from plugins.product_import.slugs import free_slug, slug_of
from plugins.sample_shop.large_catalogue import large_catalogue, large_site
from plugins.search.product_index import MOST_BYTES, product_files
from plugins.site.site import Site


def rows(files: dict[str, bytes], column: str) -> list[str]:
    return [row for data in files.values() for row in json.loads(data)[column].split("\n")]


def test_a_thousand_products_fit_one_file(thousand: Site) -> None:
    files = product_files(thousand)
    assert list(files) == ["search/products.json"]
    assert len(gzip.compress(files["search/products.json"], 6)) <= MOST_BYTES


def test_a_large_catalogue_is_cut_into_files_that_fit() -> None:
    site = large_site(4000)
    files = product_files(site)
    head = json.loads(files["search/products.json"])
    assert head["parts"] == [f"/{name}" for name in files if name != "search/products.json"]
    assert len(head["parts"]) >= 2
    assert max(len(gzip.compress(data, 6)) for data in files.values()) <= MOST_BYTES
    assert rows(files, "model") == [product.model for product in site.catalog.products]


def test_slugs_from_titles_cost_nothing(thousand: Site) -> None:
    assert list(product_files(_renamed(thousand, slug_of))) == ["search/products.json"]


def test_slugs_by_hand_cost_one_more_file_at_most(thousand: Site) -> None:
    random = Random(7)
    files = product_files(_renamed(thousand, lambda title: "".join(random.choices("abcdefghijk0123456789", k=14))))
    assert len(files) == 2
    assert max(len(gzip.compress(data, 6)) for data in files.values()) <= MOST_BYTES


def test_slugs_are_sent_where_titles_are_translated_later(thousand: Site) -> None:
    site = _renamed(thousand, slug_of)
    sent = rows(product_files(site, titles_stay=False), "slug")
    assert sent == [product.slug for product in site.catalog.products]


def test_columns_have_a_row_for_every_product(thousand: Site) -> None:
    data = json.loads(product_files(thousand)["search/products.json"])
    columns = ("title", "model", "slug", "price", "was", "picture", "words", "values")
    assert {len(data[name].split("\n")) for name in columns} == {1000}
    assert {len(data["category"]), len(data["unit"]), len(data["stock"])} == {1000}


def test_a_text_with_line_breaks_stays_one_row(thousand: Site) -> None:
    product = thousand.catalog.products[0].model_copy(update={"title": "两\n行", "keywords": ("甲\n乙",)})
    catalog = thousand.catalog.model_copy(update={"products": (product, *thousand.catalog.products[1:3])})
    data = json.loads(product_files(_with(thousand, catalog))["search/products.json"])
    assert data["title"].split("\n")[0] == "两 行"
    assert len(data["words"].split("\n")) == 3


def test_an_empty_shop_has_an_index(thousand: Site) -> None:
    files = product_files(_with(thousand, large_catalogue(0)))
    assert json.loads(files["search/products.json"])["stock"] == ""


def test_notes_for_staff_are_not_in_it(thousand: Site) -> None:
    product = thousand.catalog.products[0].model_copy(update={"staff_notes": "毛利四成", "body": "正文甲乙"})
    catalog = thousand.catalog.model_copy(update={"products": (product,)})
    text = product_files(_with(thousand, catalog))["search/products.json"].decode("utf-8")
    assert product.title in text
    assert "毛利" not in text
    assert "正文" not in text


def _renamed(site: Site, slug: Callable[[str], str]) -> Site:
    """Return the site with other slugs, and pictures that are named after them."""
    taken: set[str] = set()
    products, pictures = [], {}
    for product in site.catalog.products:
        taken.add(name := free_slug(slug(product.title), taken))
        path = f"products/{name}.jpg"
        pictures[path] = Picture(path, 1200, 1200, site.pictures[product.images[0]].key)
        products.append(product.model_copy(update={"slug": name, "images": (path,)}))
    return replace(site, catalog=site.catalog.model_copy(update={"products": tuple(products)}), pictures=pictures)


def _with(site: Site, catalog: object) -> Site:
    return replace(site, catalog=catalog)  # type: ignore[arg-type]
