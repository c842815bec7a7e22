"""What others wrote is shown, and steers nothing."""

import pytest

from plugins.article_sync.contact.report import ContactLine, ContactReport, Outcome, render_contact
from plugins.article_sync.visible import visible, visible_name


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("茶\x1b[31m红", "茶�[31m红"),
        ("\x1b]0;x\x07", "�]0;x�"),
        ("abc\u202etxt", "abc�txt"),
        ("\x9b2J", "�2J"),
        ("一\n\t二", "一\n\t二"),
        ("👨\u200d🌾", "👨\u200d🌾"),
    ],
)
def test_steering_characters(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_name_stays_on_its_line() -> None:
    assert visible_name("两行\n标题\x1b[2J") == "两行 标题�[2J"


def test_a_first_contact_shows_titles_of_the_account_as_text() -> None:
    line = ContactLine(Outcome.FAILED, "articles/a.md", "旧\x1b[31m文\n二", False, 1_790_000_000, note="\x1b[2J")
    text = render_contact(ContactReport((line,)))
    assert "\x1b" not in text
    assert "旧�[31m文 二" in text
