"""First contact with an account, and contact again after the state was lost: pair, import, record."""

from plugins.article_sync.contact.choices import Choices
from plugins.article_sync.contact.report import ContactReport, Outcome, render_contact, render_contact_json
from plugins.article_sync.contact.run import adopt

__all__ = ["Choices", "ContactReport", "Outcome", "adopt", "render_contact", "render_contact_json"]
