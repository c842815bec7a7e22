"""content/ is read as a whole: everything that is wrong in it shows at once."""

from pathlib import Path

import pytest

from plugins.shared.errors import ContentProblems
from plugins.site.check import load_site
from tests.conftest import product_text


def problems_of(content: Path) -> list[str]:
    with pytest.raises(ContentProblems) as caught:
        load_site(content)
    return str(caught.value).splitlines()


def test_references_in_text_become_addresses(small_shop: Path) -> None:
    assert '<a href="/p/longjing/">龙井</a>' in load_site(small_shop).body_of("articles", "hello")


def test_broken_references_and_pictures_are_found_in_every_file(small_shop: Path) -> None:
    text = product_text(
        "龙井", "LJ-1", "green", images="[b.jpg]", related="[gaiwann]", body="[x](product:longjin) ![](pictures/c.png)"
    )
    (small_shop / "products/longjing.md").write_text(text, encoding="utf-8")
    assert problems_of(small_shop) == [
        "products/longjing.md:5: content/images/ has no b.jpg. Did you mean a.jpg?",
        "products/longjing.md:6: 'product:gaiwann' leads to nothing. Did you mean product:gaiwan?",
        "products/longjing.md:9: 'product:longjin' leads to nothing. Did you mean product:longjing?",
        "products/longjing.md:9: content/images/ has no pictures/c.png. Put it there.",
    ]


def test_a_missing_shop_file_says_how_to_get_one(small_shop: Path) -> None:
    (small_shop / "shop.yaml").unlink()
    assert problems_of(small_shop) == ["shop.yaml:1: this file is missing. Run python3 tasks.py init."]


def test_drafts_are_not_part_of_the_site(small_shop: Path) -> None:
    draft = "---\ntitle: 稿\ndate: 2026-11-02\ncategory: 茶事\nstatus: draft\n---\n未完。\n"
    (small_shop / "articles/later.md").write_text(draft, encoding="utf-8")
    site = load_site(small_shop)
    assert [article.slug for article in site.articles] == ["hello"]
    assert "article:later" not in site.references


def test_conflict_copies_are_not_part_of_the_site(small_shop: Path) -> None:
    (small_shop / "articles/hello.account.md").write_text("not even front matter", encoding="utf-8")
    assert [article.slug for article in load_site(small_shop).articles] == ["hello"]


def test_hostile_html_in_text_is_harmless(small_shop: Path) -> None:
    body = "<script>alert(1)</script><img src=a.jpg onerror=alert(1)>[a](javascript:alert(1))"
    body += '<iframe src="//e.com"></iframe>'
    (small_shop / "products/longjing.md").write_text(product_text("龙井", "LJ-1", "green", body=body), encoding="utf-8")
    html = load_site(small_shop).body_of("products", "longjing").lower()
    assert "<script" not in html
    assert "onerror=" not in html.replace("&quot;", "")
    assert 'href="javascript' not in html
    assert "<iframe" not in html


def test_names_that_would_overwrite_each_other_are_refused(small_shop: Path) -> None:
    stores = small_shop / "stores.yaml"
    stores.write_text(
        stores.read_text(encoding="utf-8") + "- {slug: one, name: 二店, city: 杭州, address: 路 2 号}\n",
        encoding="utf-8",
    )
    categories = small_shop / "products/categories.yaml"
    categories.write_text(
        categories.read_text(encoding="utf-8") + "- {slug: green, title: 又是绿茶}\n", encoding="utf-8"
    )
    (small_shop / "pages/products.md").write_text("---\ntitle: 产品\n---\n", encoding="utf-8")
    assert problems_of(small_shop) == [
        "pages/products.md:1: the site itself uses /products/. Rename the file.",
        "products/categories.yaml:1: 'green' is used twice. Rename one.",
        "stores.yaml:1: 'one' is used twice. Rename one.",
    ]


def test_a_file_name_that_is_no_address_is_refused(small_shop: Path) -> None:
    (small_shop / "products/龙 井.md").write_text(product_text("龙井", "LJ-2", "green"), encoding="utf-8")
    assert problems_of(small_shop) == [
        'products/龙 井.md:2: file name: "龙 井" has the wrong form. Write longjing-2026.'
    ]


def test_links_that_could_run_script_are_refused(small_shop: Path) -> None:
    buy = "[{label: 买, url: 'javascript:alert(1)'}, {label: 打电话, tel: 'tel:x'}, {label: 没有}]"
    (small_shop / "products/longjing.md").write_text(product_text("龙井", "LJ-1", "green", buy=buy), encoding="utf-8")
    assert [line.split(": ", 1)[1] for line in problems_of(small_shop) if line.startswith("products/longjing")] == [
        'buy.0.url: "javascript:alert(1)" has the wrong form. Write https://example.com/….',
        'buy.1.tel: "tel:x" has the wrong form. Write 0571-8700 1234.',
        "buy.2: give each way to buy either a url or a tel.",
    ]


def test_a_broken_file_is_reported_once_and_not_by_all_who_name_it(small_shop: Path) -> None:
    product = small_shop / "products/longjing.md"
    product.write_text(product.read_text(encoding="utf-8").replace("model: LJ-1\n", ""), encoding="utf-8")
    assert problems_of(small_shop) == ["products/longjing.md:2: model is missing. Add a line 'model: …'."]


def test_addresses_written_by_hand_must_lead_somewhere(small_shop: Path) -> None:
    body = "[a](/p/gaiwan/) [b](https://example.org/x) [c](/p/nothere/) [d](about) [e](#x)"
    (small_shop / "products/longjing.md").write_text(product_text("龙井", "LJ-1", "green", body=body), encoding="utf-8")
    assert [line.split("'")[1] for line in problems_of(small_shop)] == ["/p/nothere/", "about"]


def test_files_that_nobody_would_read_are_named(small_shop: Path) -> None:
    for name in ("products/sub/x.md", "articles/a.markdown", "pages/About.MD"):
        (small_shop / name).parent.mkdir(exist_ok=True)
        (small_shop / name).write_text("---\n---\n", encoding="utf-8")
    (small_shop / "products/folder.md").mkdir()
    assert [line.split(":")[0] for line in problems_of(small_shop)] == [
        "articles/a.markdown",
        "pages/About.MD",
        "products/sub/x.md",
    ]


def test_check_opens_every_picture(small_shop: Path) -> None:
    from plugins.site.check import check_content

    (small_shop / "images/a.jpg").write_bytes(b"")
    with pytest.raises(ContentProblems, match=r"images/a\.jpg:1: this is not a picture"):
        check_content(small_shop)


def test_what_sync_needs_is_read_past_broken_articles_and_references(small_shop: Path) -> None:
    (small_shop / "articles/hello.md").write_text("---\ntitle: 没有栏目\n---\n[x](product:nope)\n", encoding="utf-8")
    (small_shop / "products/longjing.md").write_text(
        product_text("龙井", "LJ-1", "green", images="[a.jpg]", body="[x](article:gone)"), encoding="utf-8"
    )
    assert len(problems_of(small_shop)) > 1
    assert "product:longjing" in load_site(small_shop, articles_apart=True).references
    (small_shop / "products/longjing.md").write_text("---\ntitle: 龙井\n---\n", encoding="utf-8")
    with pytest.raises(ContentProblems, match="longjing"):
        load_site(small_shop, articles_apart=True)
