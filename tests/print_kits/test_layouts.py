"""What is readable stays inside the safe margin, in real letters, and on nothing but its own ground."""

from itertools import combinations

import pytest
from PIL import ImageFont

from plugins.print_kits.caption import Caption, Palette
from plugins.print_kits.drawing import Sheet, Words
from plugins.print_kits.fonts import Fonts
from plugins.print_kits.formats import BLEED_MM, FORMATS, POSTER, SLIP
from plugins.print_kits.layouts import compose
from plugins.print_kits.layouts.parts import plate_side
from tests.print_kits.conftest import PAGES

ALL = [*FORMATS.values(), POSTER, SLIP]
LONG = Caption(
    shop="山间茶庄河坊街总店暨茶器收藏馆",
    title="二〇二六年年末至二〇二七年元宵节期间的老客户答谢与新客试饮双重优惠活动",
    url="https://tea.example.com/c/zhe26/" + "nianhuo-chali-da-xie-lao-ke-hu",
    code_id="zhe26-12345",
    address="tea.example.com/c/zhe26/" + "nianhuo-chali-da-xie-lao-ke-hu",
    why="看活动详情、门店路线和全部规则说明",
    line="六款礼盒，打电话说说收礼的人，我们帮您配；现货礼盒当天发出，企业定制请提前一个月联系我们确认样品。" * 2,
    offer="现货礼盒与茶器同时购买合计满 1,500 元减 250 元",
    note="2026年11月15日 – 2027年12月25日",
    price="¥128,888.50 起",
    coupon="WMM-QMW-WQM",
    tel="+86 0571-8700 1234 转 888",
    place="浙江省杭州市上城区河坊街一百六十八号南宋御街东侧二楼茶器收藏馆内",
    tagline="先喝一杯，再说买不买，喝完不买也欢迎常来坐坐聊聊天" * 2,
    facts=(("产地与海拔", "浙江杭州西湖区梅家坞村海拔四百米以上的老茶园"),) * 4,
)


def box_of(words: Words, fonts: Fonts) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom in mm of a line, as the font has it."""
    face = fonts.face(words.serif)
    font = ImageFont.truetype(str(face.path), 200, index=face.index)
    left, top, right, bottom = font.getbbox(
        words.text, anchor={"start": "ls", "middle": "ms", "end": "rs"}[words.anchor]
    )
    scale = words.size / 200
    return words.x + left * scale, words.y + top * scale, words.x + right * scale, words.y + bottom * scale


def readable(sheet: Sheet, fonts: Fonts) -> dict[str, tuple[float, float, float, float]]:
    """Return the boxes of every line and every code with its quiet zone."""
    boxes = {mark.text: box_of(mark, fonts) for mark in sheet.marks if isinstance(mark, Words) and mark.text}
    for code in sheet.codes:
        quiet = (plate_side(code.url, code.side) - code.side) / 2
        boxes["code"] = (code.x - quiet, code.y - quiet, code.x + code.side + quiet, code.y + code.side + quiet)
    return boxes


@pytest.mark.parametrize("page", [*PAGES, "long"])
@pytest.mark.parametrize("form", ALL, ids=lambda form: form.name)
def test_nothing_readable_leaves_the_safe_margin(
    captions: dict[str, Caption], fonts: Fonts, form: object, page: str
) -> None:
    sheet = compose(form, LONG if page == "long" else captions[page])  # type: ignore[arg-type]
    form = sheet.format
    safe, foot = form.safe_mm - 0.6, form.height_mm - form.foot_mm
    outside = {
        text: [round(value, 1) for value in box]
        for text, box in readable(sheet, fonts).items()
        if box[0] < safe or box[1] < safe - 2.5 or box[2] > form.width_mm - safe or box[3] > foot - safe
    }
    assert outside == {}


@pytest.mark.parametrize("page", [*PAGES, "long"])
@pytest.mark.parametrize("form", ALL, ids=lambda form: form.name)
def test_nothing_readable_lies_on_anything_else(
    captions: dict[str, Caption], fonts: Fonts, form: object, page: str
) -> None:
    sheet = compose(form, LONG if page == "long" else captions[page])  # type: ignore[arg-type]
    boxes = readable(sheet, fonts)
    clashes = [
        (one, other)
        for (one, a), (other, b) in combinations(boxes.items(), 2)
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.05 and min(a[3], b[3]) - max(a[1], b[1]) > 0.05
    ]
    assert clashes == []


@pytest.mark.parametrize("form", ALL, ids=lambda form: form.name)
def test_the_ground_runs_over_the_cut_on_every_side(captions: dict[str, Caption], form: object) -> None:
    sheet = compose(form, captions[PAGES[0]])  # type: ignore[arg-type]
    ground = sheet.marks[0]
    form = sheet.format
    assert (ground.x, ground.y) == (-BLEED_MM, -BLEED_MM)
    assert (ground.x + ground.width, ground.y + ground.height) == (  # type: ignore[union-attr]
        form.width_mm + BLEED_MM,
        form.height_mm + BLEED_MM,
    )


def test_words_on_a_light_accent_are_dark() -> None:
    from plugins.print_kits.caption import palette_of
    from plugins.site.shop import Colours, Shop

    shop = Shop(name="x", site_url="https://a.example", operator="x", colour=Colours(accent="#f2d16b"))
    assert palette_of(shop).on_accent == Palette().ink
    assert palette_of(Shop(name="x", site_url="https://a.example", operator="x")).on_accent == "#ffffff"
