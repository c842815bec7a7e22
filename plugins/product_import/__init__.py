"""Spreadsheets: products from a sheet and a folder of pictures, and all products as a sheet again."""

from plugins.product_import.command import import_sheet
from plugins.product_import.export import export_sheet
from plugins.product_import.read_sheet import read_sheets
from plugins.product_import.sheet import SheetRefused

__all__ = ["SheetRefused", "export_sheet", "import_sheet", "read_sheets"]
