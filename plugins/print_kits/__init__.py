"""Print kits (印刷物料): what hangs, stands and lies around with a code on it, ready for the print shop."""

from plugins.print_kits.formats import FORMATS

__all__ = ["FORMATS"]
