"""Reports as values: tables and charts, shown in a terminal, as CSV, or as a page that carries everything itself."""

from plugins.report_page.model import Cell, Chart, Report, Series, Table
from plugins.report_page.page import render_page
from plugins.report_page.plain import render_csv, render_terminal

__all__ = ["Cell", "Chart", "Report", "Series", "Table", "render_csv", "render_page", "render_terminal"]
