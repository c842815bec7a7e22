"""Coupons (优惠券): codes that cannot be guessed, what became of them, and who brought them."""

from plugins.coupons.command import Shop, read_ledger
from plugins.coupons.reconcile import Ledger, reconcile
from plugins.coupons.redemption import parse_day
from plugins.coupons.report import channel_name
from plugins.coupons.rows import Row, read_rows

__all__ = ["Ledger", "Row", "Shop", "channel_name", "parse_day", "read_ledger", "read_rows", "reconcile"]
