"""The things that are printed: their sizes, margins, and how far away people stand."""

from dataclasses import dataclass

from plugins.shared.language import say

BLEED_MM = 3.0
"""How far colour runs over the cut; print shops ask for 3 mm."""


@dataclass(frozen=True)
class Format:
    """A printed thing. Sizes in mm after cutting; ``safe_mm`` is the margin that nothing readable enters.

    ``code_mm`` is the side of the code without its quiet zone, ``distance_mm`` how far away it is read from.
    ``foot_mm`` is covered below (the base of a roll-up). Small things are also laid out on A4 sheets.
    """

    name: str
    zh: str
    en: str
    width_mm: float
    height_mm: float
    code_mm: float
    distance_mm: float
    safe_mm: float = 5.0
    foot_mm: float = 0.0
    layout: str = "portrait"

    @property
    def title(self) -> str:
        """What it is called, in the reader's language."""
        return say(self.zh, self.en)

    @property
    def is_small(self) -> bool:
        """Tell whether several fit on an A4 sheet."""
        return self.width_mm <= 105 and self.height_mm <= 148


FORMATS = {
    each.name: each
    for each in (
        Format("a4", "A4 海报", "A4 sheet", 210, 297, 86, 800, safe_mm=10),
        Format("stand", "A5 桌面台卡", "A5 table stand", 148, 210, 58, 500, safe_mm=8),
        Format("rollup", "易拉宝", "roll-up", 800, 2000, 400, 3000, safe_mm=40, foot_mm=120),
        Format("card", "名片", "name card", 90, 54, 27, 250, safe_mm=4, layout="card"),
        Format("price", "价签", "price card", 90, 120, 36, 350, safe_mm=5, layout="price"),
        Format("label", "箱贴", "box label", 100, 70, 36, 350, safe_mm=4, layout="label"),
    )
}
"""Every printed thing by its name."""

SLIP = Format("slip", "优惠券", "coupon slip", 90, 54, 27, 250, safe_mm=4, layout="slip")
"""A coupon with a code of its own, one of a batch."""
POSTER = Format("poster", "聊天海报", "poster for chats", 90, 160, 44, 0)
"""The picture that is sent in chats; 90 mm stand for 1080 pixels, which a phone shows 390 CSS pixels wide or more."""
POSTER_PX = 1080
CSS_PX_PER_POSTER = 390
LEAST_CODE_CSS_PX = 180
"""What WeChat needs to read a code in a picture that is pressed long; community-reported."""
