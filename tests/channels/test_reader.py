"""channels.yaml and the landing pages that name its codes."""

from pathlib import Path

import pytest

from plugins.channels import read_channels
from plugins.shared.errors import ContentProblems
from plugins.site.check import load_site

TWO = "channels:\n- {code: s1, name: 店内, kind: store, alias: s}\n- {code: s2, name: 折页, kind: print, alias: s}\n"


def messages(content: Path) -> list[str]:
    with pytest.raises(ContentProblems) as caught:
        load_site(content)
    return [str(problem) for problem in caught.value.problems]


def test_an_alias_is_given_once_and_takes_no_address_of_the_site(small_shop: Path) -> None:
    (small_shop / "channels.yaml").write_text(TWO, encoding="utf-8")
    assert [each.message for each in read_channels(small_shop)[1]] == ["'s' is used twice. Rename one."]
    (small_shop / "channels.yaml").write_text(TWO.split("- {code: s2")[0].replace("alias: s", "alias: c"), "utf-8")
    assert messages(small_shop) == [
        "channels.yaml:1: alias 'c': the site uses /c/ for something else. Take another letter."
    ]


def test_a_page_with_the_alias_as_its_name_is_in_the_way(small_shop: Path) -> None:
    (small_shop / "channels.yaml").write_text(TWO.split("- {code: s2")[0], encoding="utf-8")
    (small_shop / "pages/s.md").write_text("---\ntitle: S\n---\n", encoding="utf-8")
    assert "the site uses /s/" in messages(small_shop)[0]


@pytest.mark.parametrize("line", ["channels: [s9]", "coupons: [{text: 减, code: A, codes: {s9: B}}]"])
def test_a_code_that_no_channel_has_is_named_with_its_line(small_shop: Path, line: str) -> None:
    path = small_shop / "landing_pages/spring.md"
    path.write_text(path.read_text("utf-8").replace("goal: call\n", f"goal: call\n{line}\n"), encoding="utf-8")
    assert messages(small_shop) == ["landing_pages/spring.md:6: channels.yaml has no channel 's9'. Did you mean s1?"]


def test_channels_that_cannot_be_read_are_not_reported_as_missing_too(small_shop: Path) -> None:
    (small_shop / "channels.yaml").write_text("channels: [{code: s1}]\n", encoding="utf-8")
    path = small_shop / "landing_pages/spring.md"
    path.write_text(path.read_text("utf-8").replace("goal: call\n", "goal: call\nchannels: [s1]\n"), encoding="utf-8")
    assert {line.split(":")[0] for line in messages(small_shop)} == {"channels.yaml"}
