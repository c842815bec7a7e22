"""The channel report (渠道报告): from access logs to "which poster sold something?"."""

from plugins.channel_report.funnel import Funnel, count_funnels

__all__ = ["Funnel", "count_funnels"]
