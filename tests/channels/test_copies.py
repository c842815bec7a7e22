"""Copies of landing pages: whole, canonical to the original, and telling their channel to everything on them."""

from pathlib import Path

from plugins.channels import Channel, copy_urls
from plugins.landing_pages.pages import landing_pages
from plugins.site.check import load_site
from plugins.site.machine_files import page_urls

CHANNELS = """\
channels:
- {code: s1, name: 店内, kind: store, alias: s, tel: 0571-8888 0001}
- {code: old, name: 旧海报, kind: print, retired: 2020-01-01}
"""
COUPONS = "coupons: [{text: 减 20, code: ALL20, codes: {s1: SHOP20}}, {text: 减 5, code: OLD5, channels: [old]}]\n"


def site_with_channels(content: Path):
    (content / "channels.yaml").write_text(CHANNELS, encoding="utf-8")
    path = content / "landing_pages/spring.md"
    path.write_text(path.read_text("utf-8").replace("goal: call\n", f"goal: call\n{COUPONS}"), encoding="utf-8")
    return load_site(content)


def test_the_printed_address_comes_first() -> None:
    channel = Channel.model_validate({"code": "s1", "name": "店", "kind": "store", "alias": "s"})
    assert copy_urls(channel, "spring") == ("/s/spring/", "/c/s1/spring/")


def test_every_channel_has_its_copies_and_a_retired_one_keeps_them(small_shop: Path) -> None:
    pages = list(landing_pages(site_with_channels(small_shop)))
    assert [page.url for page in pages] == ["/landing/spring/", "/s/spring/", "/c/s1/spring/", "/c/old/spring/"]
    assert [page.values["page_url"] for page in pages] == [page.url for page in pages]
    assert {page.values.get("original_url") for page in pages[1:]} == {"/landing/spring/"}
    assert len({page.template for page in pages}) == 1


def test_a_copy_shows_the_channels_own_code_and_telephone(small_shop: Path) -> None:
    pages = {page.url: page.values for page in landing_pages(site_with_channels(small_shop))}
    shown = {url: [coupon.code for coupon in values["coupons"]] for url, values in pages.items()}
    assert shown["/landing/spring/"] == ["ALL20"]
    assert shown["/s/spring/"] == shown["/c/s1/spring/"] == ["SHOP20"]
    assert shown["/c/old/spring/"] == ["ALL20", "OLD5"]
    assert pages["/s/spring/"]["tel"] == "0571-8888 0001"
    assert pages["/c/old/spring/"]["tel"] == pages["/landing/spring/"]["tel"] == "0571-1234 5678"


def test_a_page_that_names_its_channels_has_no_other_copies(small_shop: Path) -> None:
    path = small_shop / "landing_pages/spring.md"
    path.write_text(path.read_text("utf-8").replace("goal: call\n", "goal: call\nchannels: [old]\n"), encoding="utf-8")
    (small_shop / "channels.yaml").write_text(CHANNELS, encoding="utf-8")
    urls = [page.url for page in landing_pages(load_site(small_shop))]
    assert urls == ["/landing/spring/", "/c/old/spring/"]


def test_no_copy_is_in_the_sitemap(small_shop: Path) -> None:
    assert not [url for url in page_urls(site_with_channels(small_shop)) if url.startswith(("/c/", "/s/"))]
