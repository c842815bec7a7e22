"""``invoke qr``: what is made, what the ledger keeps, and that nothing is written when something is wrong."""

import os
from datetime import date
from pathlib import Path

import pytest

from plugins.print_kits import command
from plugins.print_kits.caption import caption_for
from plugins.print_kits.command import Wanted, kit_formats, make_codes
from plugins.print_kits.fonts import FontMissing
from plugins.print_kits.readable import CodeTooSmall
from plugins.qr_codes.ledger import LEDGER, load_ledger
from plugins.shared.errors import UsageProblem
from plugins.site.check import load_site

TODAY = date(2026, 11, 22)


def run(content: Path, wanted: Wanted, account: object = None) -> str:
    output = content.parent / "print"
    return make_codes(content, output, load_site(content), wanted, os.environ, TODAY, account)  # type: ignore[arg-type]


def made(content: Path) -> list[str]:
    folder = content.parent / "print"
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_every_promotion_that_is_not_over_with_every_channel_without_arguments(small_shop: Path) -> None:
    text = run(small_shop, Wanted())
    assert "https://shop.example.com/c/s1/spring/" in text
    assert made(small_shop) == ["s1-1.png", "s1-1.svg"]
    (code,) = load_ledger(small_shop)
    assert (code.id, code.page, code.channel, code.since) == ("s1-1", "landing:spring", "s1", TODAY)


def test_a_second_run_makes_the_same_bytes_and_no_second_code(small_shop: Path) -> None:
    wanted = Wanted(pages=["product:longjing"], channels=["s1"], kits=["card,label", "poster"])
    run(small_shop, wanted)
    files = {path: path.read_bytes() for path in (small_shop.parent / "print").rglob("*") if path.is_file()}
    assert len(files) == 7
    ledger = (small_shop / LEDGER).read_text(encoding="utf-8")
    text = run(small_shop, wanted)
    assert "(0 new" in text
    assert {path: path.read_bytes() for path in files} == files
    assert (small_shop / LEDGER).read_text(encoding="utf-8") == ledger


def test_a_product_carries_its_channel_in_the_query(small_shop: Path) -> None:
    assert "https://shop.example.com/p/longjing/?ch=s1" in run(
        small_shop, Wanted(pages=["product:longjing"], channels=["s1"])
    )
    assert "https://shop.example.com/p/gaiwan/\n" in run(small_shop, Wanted(pages=["product:gaiwan"]))


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(pages=["product:longjin"]), "product:longjing"),
        (Wanted(channels=["nope"]), "s1"),
        (Wanted(kits=["banner"]), "rollup"),
    ],
)
def test_a_wrong_name_is_answered_with_the_right_ones_and_writes_nothing(
    small_shop: Path, wanted: Wanted, said: str
) -> None:
    with pytest.raises(UsageProblem, match=said):
        run(small_shop, wanted)
    assert made(small_shop) == []
    assert not (small_shop / LEDGER).exists()


@pytest.mark.parametrize("url", ["http://192.168.1.5:8000", "http://localhost:8000", "http://teashop"])
def test_an_address_of_this_network_is_not_printed(small_shop: Path, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("SITEURL", url)
    with pytest.raises(UsageProblem, match="SITEURL"):
        run(small_shop, Wanted())
    assert not (small_shop / LEDGER).exists()


def test_a_channels_own_telephone_is_the_one_in_print(small_shop: Path) -> None:
    own = "channels:\n- {code: s1, name: 店内, kind: store, tel: 0571-8888 0001}\n- {code: s2, name: 车, kind: car}\n"
    (small_shop / "channels.yaml").write_text(own, encoding="utf-8")
    run(small_shop, Wanted())
    site = load_site(small_shop)
    printed = {code.channel: caption_for(site, code).tel for code in load_ledger(small_shop)}
    assert printed == {"s1": "0571-8888 0001", "s2": "0571-1234 5678"}


def test_a_retired_channel_is_printed_no_more(small_shop: Path) -> None:
    two = "channels:\n- {code: s1, name: 店内, kind: store, retired: 2026-11-01}\n- {code: s2, name: 车, kind: car}\n"
    (small_shop / "channels.yaml").write_text(two, encoding="utf-8")
    with pytest.raises(UsageProblem, match="retired"):
        run(small_shop, Wanted(channels=["s1"]))
    assert "s2-1" in run(small_shop, Wanted())
    assert made(small_shop) == ["s2-1.png", "s2-1.svg"]


def test_a_code_too_small_writes_nothing(small_shop: Path) -> None:
    with pytest.raises(CodeTooSmall):
        run(small_shop, Wanted(kits=["a4", "card"], distance_mm=1500))
    assert made(small_shop) == []
    assert not (small_shop / LEDGER).exists()


def test_without_a_font_the_page_is_there_and_the_message_says_what_to_install(
    small_shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_: object) -> None:
        raise FontMissing("sudo apt install fonts-noto-cjk")

    monkeypatch.setattr(command, "find_fonts", none)
    with pytest.raises(FontMissing, match="fonts-noto-cjk"):
        run(small_shop, Wanted(kits=["card"]))
    assert made(small_shop) == ["s1-1-card.html", "s1-1.png", "s1-1.svg"]


def test_all_means_all() -> None:
    assert len(kit_formats(["all"])) == 7
    assert [form.name for form in kit_formats(["card,a4", "card"])] == ["card", "a4"]
