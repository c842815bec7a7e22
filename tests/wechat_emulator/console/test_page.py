"""The console's files: complete, of our own, and unable to run what an article says."""

import re
from pathlib import Path

import pytest

from plugins.wechat_emulator.console import page
from tests.wechat_emulator.console.conftest import HERE, Visitor

FILES = sorted(path.name for path in (Path(page.__file__).parent / "static").iterdir())


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_served_and_asks_nobody_else(visitor: Visitor, name: str) -> None:
    response = visitor.client.get(f"/console/{name}", base_url=HERE)
    assert response.status_code == 200
    text = response.get_data(as_text=True)
    assert set(re.findall(r"https?://[\w.]+", text)) <= {"http://www.w3.org"}
    for found in re.findall(r'from "\./([\w.]+)"', text):
        assert found in FILES


@pytest.mark.parametrize("name", ["../page.py", "%2e%2e/page.py", "nothing.js", "static/main.js", ".."])
def test_nothing_else_is_served(visitor: Visitor, name: str) -> None:
    assert visitor.client.get(f"/console/{name}", base_url=HERE).status_code == 404


def test_the_way_to_the_page(visitor: Visitor) -> None:
    assert visitor.client.get("/", base_url=HERE).headers["Location"] == "/console/"
    assert visitor.client.get("/console", base_url=HERE).headers["Location"] == "/console/"


def test_the_policy_allows_no_inline_script_and_no_other_host(visitor: Visitor) -> None:
    headers = visitor.client.get("/console/", base_url=HERE).headers
    policy = dict(part.strip().partition(" ")[::2] for part in headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == f"{HERE}/console/"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe-inline" not in policy["script-src"] + policy["style-src"]
    assert headers["X-Content-Type-Options"] == "nosniff"
