"""Two-way sync of content/articles/ and the Official Account's drafts; it never loses a word."""

from plugins.article_sync.options import Options
from plugins.article_sync.report import Line, Report, Status, render_report
from plugins.article_sync.run import Surroundings, sync
from plugins.article_sync.settings import SyncSettings

__all__ = ["Line", "Options", "Report", "Status", "Surroundings", "SyncSettings", "render_report", "sync"]
