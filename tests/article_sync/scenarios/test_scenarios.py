"""Every rule and every brake as a story: one folder each, told in story.md and played here.

The block at the end of a story holds ``initial`` (articles that both sides hold), ``steps`` (methods of ``Steps``; a
sync says its ``rules``, ``exit`` code, ``says`` and ``writes``) and ``expected`` (``files`` and ``drafts`` with their
whole text, ``front`` matter, ``trash``, ``redirects``). Afterwards the last sync is run again: it must write nothing.
"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.article_sync import brakes
from plugins.shared.front_matter import parse_document
from plugins.site.redirects import read_redirects
from tests.article_sync.scenarios.steps import Outcome, Steps
from tests.article_sync.world import World

STORIES = sorted(Path(__file__).parent.glob("*/story.md"))
BRAKES = {name.removeprefix("_check_") for name in vars(brakes) if name.startswith("_check_")}
OTHER_BRAKES = {"lock", "another_account", "state", "failed_article"}
"""Those that do not stand in brakes.py: they act before the plan, or in the middle of the run."""


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.parent.name)
def test_story(path: Path, world: World) -> None:
    story = read_story(path)
    play(world, story)
    look_at(world, story["expected"])


def test_every_rule_and_every_brake_has_its_story() -> None:
    stories = [read_story(path) for path in STORIES]
    assert {story["rule"] for story in stories if "rule" in story} == set(range(1, 27))
    assert {story["brake"] for story in stories if "brake" in story} == BRAKES | OTHER_BRAKES
    for path, story in zip(STORIES, stories, strict=True):
        said = [rule for step in story["steps"] for rule in step.get("rules", ())]
        exits = [step["exit"] for step in story["steps"] if "exit" in step]
        if "brake" in story:
            assert {3, 4, 6, 7} & {*exits}, f"{path}: nothing stops"
        else:
            assert story["rule"] in (*said, 6, 26), f"{path}: its rule is never seen"


def test_every_story_is_told_in_both_languages() -> None:
    for path in STORIES:
        told = path.read_text(encoding="utf-8").partition("```yaml")[0]
        assert len(re.findall(r"[一-鿿]", told)) > 20, path
        assert len(re.findall(r"[a-z]{2,}", told)) > 15, path


def read_story(path: Path) -> dict[str, Any]:
    """Return the data of a story."""
    data = re.search(r"```yaml\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)
    assert data, f"{path}: no yaml block"
    return dict(yaml.safe_load(data[1]))


def play(world: World, story: dict[str, Any]) -> None:
    """Bring both sides together, do the steps, then sync once more: nothing is left to do."""
    steps = Steps(world)
    for name, given in story.get("initial", {}).items():
        steps.write(name, **(given if isinstance(given, dict) else {"text": given}))
    for _ in story.get("initial") and range(2) or ():
        assert steps.sync().exit == 0
        world.pause()
    for step in story["steps"]:
        verb, given = next(iter(step.items()))
        outcome = _do(getattr(steps, verb), given)
        if isinstance(outcome, Outcome):
            _check(outcome, step)
        world.pause()
    files, drafts = world.content_files(), world.drafts()
    assert steps.sync(**steps.last).writes == [], "the same run again writes nothing"
    assert (world.content_files(), world.drafts()) == (files, drafts)


def look_at(world: World, expected: dict[str, Any]) -> None:
    """Compare both sides with the end of the story."""
    paths = {path.stem: path for path in (world.content / "articles").glob("*.md")}
    texts = {name: parse_document("", path.read_text(encoding="utf-8"))[0] for name, path in paths.items()}
    assert {name: text.body.strip() for name, text in texts.items()} == _plain(expected["files"])
    articles = [one for draft in world.drafts() for one in draft["news_item"]]
    assert {one["title"]: _words(one["content"]) for one in articles} == {
        title: _words(text) for title, text in expected["drafts"].items()
    }
    assert len(articles) == len(expected["drafts"]), "no title twice"
    for name, keys in expected.get("front", {}).items():
        assert {key: texts[name].meta.get(key) for key in keys} == {key: str(value) for key, value in keys.items()}
    assert expected.get("trash", "") in world.trash()
    assert expected.get("redirects", {}) == read_redirects(world.content)[0]


def _do(step: Any, given: Any) -> object:
    if isinstance(given, dict):
        return step(**given)
    return step(*(given if isinstance(given, list) else [given] if given else []))


def _check(outcome: Outcome, step: dict[str, Any]) -> None:
    assert (outcome.rules, outcome.exit) == (step.get("rules", []), step["exit"]), outcome.says
    assert step.get("says", "") in outcome.says
    if "writes" in step:
        assert outcome.writes == step["writes"]


def _plain(texts: dict[str, str]) -> dict[str, str]:
    return {name: text.strip() for name, text in texts.items()}


def _words(html: str) -> str:
    return re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", html))
