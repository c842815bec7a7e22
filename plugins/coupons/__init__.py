"""Coupons (优惠券): codes that cannot be guessed, what became of them, and who brought them."""

from plugins.coupons.command import Shop, coupon_problems, read_ledger
from plugins.coupons.reconcile import Ledger, reconcile
from plugins.coupons.redemption import parse_day
from plugins.coupons.report import channel_name
from plugins.coupons.rows import Columns, read_table

__all__ = [
    "Columns",
    "Ledger",
    "Shop",
    "channel_name",
    "coupon_problems",
    "parse_day",
    "read_ledger",
    "read_table",
    "reconcile",
]
