"""Article themes: each can be read by day and by night, and a bad one is refused with a sentence."""

from pathlib import Path

import pytest

from plugins.article_sync.themes import load_theme, theme_names
from plugins.article_sync.themes.colour import NIGHT, WHITE, contrast, night_background, night_text, read_colour
from plugins.article_sync.themes.theme import PARTS, inline, resolve
from plugins.shared.errors import UsageProblem


@pytest.mark.parametrize("name", theme_names())
def test_a_theme_styles_every_part_without_what_wechat_cuts(name: str) -> None:
    styles = load_theme(name).styles
    assert set(styles) == set(PARTS)
    assert not any(sign in style for style in styles.values() for sign in ("var(", '"', "'", "position", "<"))
    assert any(size in styles["article"] for size in ("font-size: 15px", "font-size: 16px"))
    assert "line-height: 1.75" in styles["article"]
    assert "text-indent" not in styles["p"]


def test_there_are_at_least_three_that_differ() -> None:
    assert len({load_theme(name).fingerprint for name in theme_names()}) >= 3


@pytest.mark.parametrize(("colour", "when"), [("#bbbbbb", "by day"), ("#000000", "pure black")])
def test_pale_and_black_text_is_refused(colour: str, when: str, tmp_path: Path) -> None:
    (tmp_path / "bad.css").write_text(f":root {{ --ink: {colour} }}", encoding="utf-8")
    with pytest.raises(UsageProblem, match=when):
        load_theme("bad", tmp_path)


def test_a_colour_that_fails_only_at_night_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.css").write_text(":root { --code-keyword: #7a2e8e }", encoding="utf-8")
    with pytest.raises(UsageProblem, match="code-keyword.* by night"):
        load_theme("bad", tmp_path)


def test_unknown_names_are_refused_with_those_that_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="plain"):
        load_theme("nope")
    with pytest.raises(UsageProblem, match="--nope"):
        resolve("p { color: var(--nope) }", "x")


def test_own_rules_win_over_base() -> None:
    styles = inline("p { color: #111111 } p { color: #222222; margin: 0 }")
    assert styles["p"] == "color: #222222; margin: 0"


def test_contrast_and_night_colours() -> None:
    assert round(contrast(WHITE, (0, 0, 0))) == 21
    assert night_background(WHITE) == NIGHT
    assert contrast(night_text((58, 58, 58), NIGHT), NIGHT) > 4.5
    assert read_colour("rgb(1, 2, 3)") == (1, 2, 3)
    assert read_colour("1px solid #abc") == (170, 187, 204)
    assert read_colour("none") is None
