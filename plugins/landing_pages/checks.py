"""What is wrong with promotions: goals without an action, words that WeChat forbids, missing duties."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.forms.model import Form
from plugins.landing_pages.conduct import FOOTER_RULES, RULE_NAMES, Breach, Rule, find_breaches
from plugins.landing_pages.goals import explain_missing_action, goal_action
from plugins.landing_pages.model import LandingPage
from plugins.products.model import Catalog
from plugins.shared.errors import Problem
from plugins.shared.language import say
from plugins.site.references import References
from plugins.site.shop import Shop
from plugins.stores.model import Store


@dataclass(frozen=True)
class Surroundings:
    """What of the shop a promotion is judged by."""

    shop: Shop
    catalog: Catalog
    stores: Sequence[Store]
    forms: Sequence[Form]
    references: References


def landing_problems(content: Path, pages: Sequence[LandingPage], around: Surroundings) -> list[Problem]:
    """Return everything wrong with the promotions, each with the line of its file."""
    problems = []
    for page in pages:
        lines = (content / page.path).read_text(encoding="utf-8-sig").splitlines()
        for needle, text in _flaws(page, around):
            line = next((number for number, each in enumerate(lines, start=1) if needle in each), 1)
            problems.append(Problem(page.path, line, text))
    return problems


def _flaws(page: LandingPage, around: Surroundings) -> Iterator[tuple[str, str]]:
    """Yield text to look for in the file, and the sentence about it."""
    form = next((each for each in around.forms if each.slug == page.form), None)
    if not _is_open(page, around) and goal_action(page, around.shop, around.catalog, around.stores, form) is None:
        yield "goal:", explain_missing_action(page.goal)
    breaches = [*_conduct(page, form), *_footer(around)]
    waived = {waiver.rule for waiver in page.waive}
    for breach in breaches:
        if breach.rule.name not in waived:
            yield breach.words or "---", _explain(breach)
    yield from _waivers(page, {breach.rule.name for breach in breaches})


def _is_open(page: LandingPage, around: Surroundings) -> bool:
    """Tell whether the goal cannot be judged: a form or product that it names is missing, which is reported as such."""
    if page.goal == "form":
        return bool(page.form)
    return page.goal == "buy" and not all(slug in around.catalog.by_slug for slug in page.products)


def _conduct(page: LandingPage, form: Form | None) -> Iterator[Breach]:
    for text in dict.fromkeys((*_texts(page), *([_form_text(form)] if form else []))):
        yield from find_breaches(text)


def _texts(page: LandingPage) -> Iterator[str]:
    """Yield every text of a page that visitors read, and every address that they may follow."""
    yield from (page.title, page.digest, *page.rules, *page.body.splitlines())
    if page.offer:
        yield f"{page.offer.text}，{page.offer.note}"
    for step in (*page.highlights, *page.programme, *page.steps):
        yield f"{step.title}，{step.text}"
    for coupon in page.coupons:
        yield f"{coupon.text}，{coupon.conditions}"
    for link in page.buy:
        yield f"{link.label} {link.url or ''}"


def _form_text(form: Form) -> str:
    return "\n".join((form.title, form.intro, form.thanks, *(f"{each.label} {each.hint}" for each in form.fields)))


def _footer(around: Surroundings) -> Iterator[Breach]:
    icp, privacy = FOOTER_RULES
    if not around.shop.icp:
        yield Breach(icp, "")
    if "page:privacy" not in around.references:
        yield Breach(privacy, "")


def _explain(breach: Breach) -> str:
    rule = breach.rule
    if not breach.words:
        zh, en = _REMEDIES[rule.name]
        return say(f"{rule.zh}（{rule.source}）。{zh}{_or_waive(rule, '')}", f"{rule.en}. {en} {_or_waive(rule, 'en')}")
    return say(
        f"“{breach.words}”：{rule.zh}（{rule.source}）。请改掉这句。{_or_waive(rule, '')}",
        f"'{breach.words}': {rule.en} ({rule.source}). Change the words. {_or_waive(rule, 'en')}",
    )


_REMEDIES = {
    "footer-icp": ("请在 shop.yaml 写 icp。", "Write icp in shop.yaml."),
    "footer-privacy": ("请写 pages/privacy.md。", "Write pages/privacy.md."),
}


def _or_waive(rule: Rule, language: str) -> str:
    line = f"waive: [{{rule: {rule.name}, reason: …}}]"
    return f"Or give the reason why it does not hold here: {line}" if language else f"确有理由的，写 {line}"


def _waivers(page: LandingPage, broken: set[str]) -> Iterator[tuple[str, str]]:
    for waiver in page.waive:
        if waiver.rule not in RULE_NAMES:
            near = difflib.get_close_matches(waiver.rule, RULE_NAMES, n=1, cutoff=0.4)
            names = near[0] if near else "、".join(RULE_NAMES)
            yield (
                waiver.rule,
                say(
                    f"没有“{waiver.rule}”这条规则。可以写：{names}。",
                    f"there is no rule '{waiver.rule}'. Write one of {names}.",
                ),
            )
        elif waiver.rule not in broken and not waiver.rule.startswith("footer-"):
            yield (
                waiver.rule,
                say(
                    f"页面没有违反 {waiver.rule}，请删掉这条 waive。",
                    f"nothing breaks '{waiver.rule}'. Remove the waiver.",
                ),
            )
