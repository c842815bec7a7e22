"""Making, asking, redeeming and reconciling, as a shop does it."""

import csv
import os
from datetime import date
from pathlib import Path

import pytest

from plugins.coupons import command
from plugins.coupons.batch import LEDGER, load_batches
from plugins.shared.errors import StateUntrusted, UsageProblem
from plugins.site.check import load_site

SECRET = {"WEIZHAN_COUPON_SECRET": "s" * 40}


def shop_at(content: Path, environ: dict[str, str] | None = None) -> command.Shop:
    return command.Shop(content, load_site(content), SECRET if environ is None else environ, date(2026, 11, 22))


def made(content: Path, count: int = 5) -> list[str]:
    """Make a batch and return its codes as the printer gets them."""
    folder = content.parent / "lists"
    command.make(shop_at(content), folder, "spring", "s1", count, "")
    with open(max(folder.glob("*.csv"), key=os.path.getmtime), encoding="utf-8-sig") as file:
        return [row["券码"] for row in csv.DictReader(file)]


def test_a_batch_is_recorded_without_its_codes_and_ends_with_the_promotion(small_shop: Path) -> None:
    codes = made(small_shop)
    text = (small_shop / LEDGER).read_text(encoding="utf-8")
    assert len(codes) == 5
    assert not any(code in text or code.replace("-", "") in text for code in codes)
    assert SECRET["WEIZHAN_COUPON_SECRET"] not in text
    (batch,) = load_batches(small_shop)
    assert (batch.id, batch.channel, batch.count) == ("b1", "s1", 5)
    assert batch.expires_at == shop_at(small_shop).site.landing_pages[0].ends_at


def test_a_second_batch_has_other_codes_and_both_are_known(small_shop: Path) -> None:
    one, two = made(small_shop), made(small_shop)
    assert set(one).isdisjoint(two)
    assert [batch.id for batch in load_batches(small_shop)] == ["b1", "b2"]
    assert len(command.read_book(shop_at(small_shop))) == 10


def test_slips_carry_every_code_of_a_batch_and_the_channels_qr_code(small_shop: Path) -> None:
    import pypdfium2
    import zxingcpp

    from plugins.qr_codes.ledger import load_ledger

    made(small_shop, 9)
    text = command.print_slips(shop_at(small_shop), small_shop.parent / "slips", "b1")
    (path,) = (small_shop.parent / "slips").glob("*.pdf")
    assert str(path) in text
    document = pypdfium2.PdfDocument(path)
    read = [zxingcpp.read_barcodes(page.render(scale=3).to_pil().convert("L")) for page in document]
    assert [len(found) for found in read] == [8, 1]
    assert {each.text for found in read for each in found} == {"https://shop.example.com/c/s1/spring/"}
    assert [code.id for code in load_ledger(small_shop)] == ["s1-1"]
    with pytest.raises(UsageProblem, match="b1"):
        command.print_slips(shop_at(small_shop), small_shop, "b7")


def test_without_a_secret_the_message_holds_a_line_for_env(small_shop: Path) -> None:
    with pytest.raises(UsageProblem, match="WEIZHAN_COUPON_SECRET=[0-9a-f]{64}"):
        command.make(shop_at(small_shop, {}), small_shop, "spring", "", 5, "")
    with pytest.raises(UsageProblem):
        command.make(shop_at(small_shop, {"WEIZHAN_COUPON_SECRET": "tea"}), small_shop, "spring", "", 5, "")
    assert not (small_shop / LEDGER).exists()


def test_a_lost_secret_is_not_answered_with_a_new_one(small_shop: Path) -> None:
    made(small_shop)
    for ask in (command.read_book, lambda shop: command.make(shop, small_shop, "spring", "s1", 5, "")):
        with pytest.raises(UsageProblem) as refused:
            ask(shop_at(small_shop, {}))
        assert "of that time" in " ".join(str(refused.value).split())


def test_another_secret_is_noticed(small_shop: Path) -> None:
    made(small_shop)
    with pytest.raises(StateUntrusted, match="b1"):
        command.read_book(shop_at(small_shop, {"WEIZHAN_COUPON_SECRET": "t" * 40}))


@pytest.mark.parametrize(
    ("promotion", "channel", "count", "expires", "said"),
    [
        ("sprin", "s1", 5, "", "spring"),
        ("spring", "s9", 5, "", "s9"),
        ("spring", "s1", 0, "", "100000"),
        ("spring", "s1", 5, "morgen", "morgen"),
    ],
)
def test_what_cannot_be_made_is_refused_and_not_recorded(
    small_shop: Path, promotion: str, channel: str, count: int, expires: str, said: str
) -> None:
    with pytest.raises(UsageProblem, match=said):
        command.make(shop_at(small_shop), small_shop, promotion, channel, count, expires)
    assert not (small_shop / LEDGER).exists()


def test_a_code_is_good_once(small_shop: Path) -> None:
    code, other = made(small_shop)[:2]
    assert command.verify(shop_at(small_shop), code.lower())[1] == 0
    text, exit_code = command.redeem(shop_at(small_shop), code, "one", "0012")
    assert (exit_code, "one-2026-11.csv" in text) == (0, True)
    text, exit_code = command.redeem(shop_at(small_shop), code, "one", "0013")
    assert (exit_code, "0012" in text) == (1, True)
    assert command.verify(shop_at(small_shop), code)[1] == 1
    assert command.redeem(shop_at(small_shop), other, "", "")[1] == 0
    ledger, problems = command.read_ledger(shop_at(small_shop))
    assert (ledger.count("redeemed"), ledger.count("doubled"), problems) == (2, 0, [])


def test_a_mistyped_code_is_not_redeemed_but_named(small_shop: Path) -> None:
    code = made(small_shop)[0]
    wrong = code[1] + code[0] + code[2:]
    text, exit_code = command.redeem(shop_at(small_shop), wrong, "one", "")
    assert (exit_code, code in text) == (1, True)
    assert not (small_shop / command.REDEEMED).exists()


def test_an_unknown_store_is_refused(small_shop: Path) -> None:
    with pytest.raises(UsageProblem, match="one"):
        command.redeem(shop_at(small_shop), made(small_shop)[0], "onee", "")


def test_a_row_written_by_hand_without_a_line_end_stays_whole(small_shop: Path) -> None:
    code, other = made(small_shop)[:2]
    folder = small_shop / command.REDEEMED
    folder.mkdir(parents=True)
    (folder / "one-2026-11.csv").write_text(f"券码,日期\n{code},2026-11-20", encoding="utf-8")
    command.redeem(shop_at(small_shop), other, "one", "")
    assert command.read_ledger(shop_at(small_shop))[0].count("redeemed") == 2


def test_the_report_is_a_table_a_csv_and_a_page(small_shop: Path) -> None:
    codes = made(small_shop)
    command.redeem(shop_at(small_shop), codes[0], "one", "1")
    (small_shop / command.REDEEMED / "wrong.csv").write_text("券码,日期\nX,gestern\n", encoding="utf-8")
    out = small_shop.parent / "reports"
    text = command.report(shop_at(small_shop), [], False, out, 100, False)
    assert "20.0%" in text
    assert "wrong.csv:2" in text
    page = (out / "coupons.html").read_text(encoding="utf-8")
    assert "wrong.csv:2" in page
    assert "<script" not in page
    assert "http" not in page
    with open(out / "coupons.csv", encoding="utf-8-sig") as file:
        rows = list(csv.reader(file))
    assert ["By channel", "店内（s1）", "5", "1", "0", "0", "0", "0.2"] in rows


def test_the_check_of_the_shop_keeps_what_codes_in_print_need(small_shop: Path) -> None:
    from plugins.shared.errors import ContentProblems
    from plugins.site.check import check_content

    made(small_shop)
    check_content(small_shop)
    (small_shop / "channels.yaml").write_text("channels:\n- {code: s2, name: 车, kind: car}\n", encoding="utf-8")
    (small_shop / "landing_pages/spring.md").rename(small_shop / "landing_pages/summer.md")
    with pytest.raises(ContentProblems) as found:
        check_content(small_shop)
    assert "no promotion 'spring'" in str(found.value)
    assert "no channel 's1'" in str(found.value)


def test_a_list_that_is_not_there_is_named(small_shop: Path) -> None:
    with pytest.raises(UsageProblem, match=r"nowhere\.csv"):
        command.report(shop_at(small_shop), ["nowhere.csv"], False, small_shop, 80, False)


def test_public_codes_need_no_secret_and_must_differ(small_shop: Path) -> None:
    from plugins.coupons.issued import CodesClash

    page = small_shop / "landing_pages/spring.md"
    front = page.read_text(encoding="utf-8")
    coupons = "coupons:\n- text: 减 5 元\n  code: SPRING\n  codes: {s1: %s}\n"
    page.write_text(front.replace("goal: call\n", "goal: call\n" + coupons % "SPRING-S"), encoding="utf-8")
    book = command.read_book(shop_at(small_shop, {}))
    assert {code: each.channel for code, each in book.items()} == {"SPRING": "", "SPRINGS": "s1"}
    page.write_text(front.replace("goal: call\n", "goal: call\n" + coupons % "SPRING"), encoding="utf-8")
    with pytest.raises(CodesClash, match="SPRING"):
        command.read_book(shop_at(small_shop, {}))
