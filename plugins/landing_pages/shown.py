"""Parts of a landing page as its templates show them: prices, dates and pictures ready-made."""

import base64
from dataclasses import dataclass
from io import BytesIO

from plugins.channels import Channel
from plugins.landing_pages.dates import day_text
from plugins.landing_pages.model import Coupon, LandingPage, Offer
from plugins.products.card import format_price


@dataclass(frozen=True)
class ShownCoupon:
    """A coupon with the code of a channel; ``picture`` is the code for the till's scanner, as a data URI."""

    text: str
    code: str
    conditions: str
    expires: str
    picture: str


@dataclass(frozen=True)
class ShownOffer:
    """An offer; ``price`` and ``was`` are ``¥29`` or empty."""

    text: str
    price: str
    was: str
    note: str


def shown_coupons(landing: LandingPage, channel: Channel | None) -> tuple[ShownCoupon, ...]:
    """Return the coupons that a channel's copy shows; the original without a channel."""
    chosen = (coupon.for_channel(channel.code if channel else "") for coupon in landing.coupons)
    return tuple(_coupon(coupon) for coupon in chosen if coupon)


def shown_offer(offer: Offer | None) -> ShownOffer | None:
    """Return the offer with its prices as text."""
    if offer is None:
        return None
    price, was = (format_price(fen) if fen is not None else "" for fen in (offer.price, offer.was))
    return ShownOffer(offer.text, price, was, offer.note)


def _coupon(coupon: Coupon) -> ShownCoupon:
    expires = f"{day_text(coupon.expires_at)}前有效" if coupon.expires_at else ""
    return ShownCoupon(coupon.text, coupon.code, coupon.conditions, expires, code_picture(coupon.code))


def code_picture(text: str) -> str:
    """Return a QR code of a text as a PNG data URI of a few hundred bytes."""
    import segno  # few promotions have a coupon with a code

    picture = BytesIO()
    segno.make_qr(text, error="m").save(picture, kind="png", scale=4, border=4)
    return f"data:image/png;base64,{base64.b64encode(picture.getvalue()).decode('ascii')}"
