"""Coupons (优惠券): codes that cannot be guessed, what became of them, and who brought them."""

from plugins.coupons.reconcile import Ledger, reconcile

__all__ = ["Ledger", "reconcile"]
