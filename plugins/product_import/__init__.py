"""Spreadsheets: products from a sheet and a folder of pictures, and all products as a sheet again."""

from plugins.product_import.command import import_sheet
from plugins.product_import.export import export_sheet

__all__ = ["export_sheet", "import_sheet"]
