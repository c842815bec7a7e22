"""The pages of a form: its own, and the thanks after sending."""

from collections.abc import Iterator

from plugins.forms.model import Form
from plugins.site.pages import Crumb, OutputPage
from plugins.site.site import Site

_HOME = Crumb("首页", "/")


def form_pages(site: Site) -> Iterator[OutputPage]:
    """Yield both pages of every form; a survey elsewhere has no thanks here."""
    for form in site.forms:
        crumbs = (_HOME, Crumb(form.title))
        yield OutputPage(form.url, "form", {"form": form, "action": form_action(site, form), "crumbs": crumbs})
        if not form.link:
            ways_on = [site.references[name] for name in form.next]
            values = {"form": form, "ways_on": ways_on, "crumbs": (_HOME, Crumb(form.title, form.url), Crumb("已收到"))}
            yield OutputPage(form.thanks_url, "form_thanks", values)


def form_action(site: Site, form: Form) -> str:
    """Return where a form is sent: the receiver of shop.yaml."""
    return f"{site.shop.forms_url.rstrip('/')}/{form.slug}"
