"""Published clients of another ecosystem, redirected to the emulator. README.md says how to install them."""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest

from plugins.wechat_emulator import DEMO_APPID, DEMO_SECRET, EmulatorServer

DRIVERS = Path(__file__).parent / "clients"
FOLDER = os.environ.get("WEIZHAN_FOREIGN_CLIENTS", "")
WHY_NOT = "set WEIZHAN_FOREIGN_CLIENTS to a folder where npm installed {}; see plugins/wechat_emulator/README.md"


def run_client(package: str, driver: str, server: EmulatorServer, *values: object) -> dict[str, Any]:
    """Return what a driver printed, or skip where its package or node is missing."""
    node = shutil.which("node")
    if node is None or not FOLDER or not (Path(FOLDER) / "node_modules" / package).is_dir():
        pytest.skip(WHY_NOT.format(package))
    command = [node, str(DRIVERS / driver), FOLDER, server.url, DEMO_APPID, DEMO_SECRET, *map(str, values)]
    with tempfile.TemporaryDirectory() as folder:  # some clients leave a token in the current folder
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def test_co_wechat_api_uploads_and_sets_a_menu(server: EmulatorServer, photo: Path) -> None:
    got = run_client("co-wechat-api", "co_wechat_api.mjs", server, photo)
    assert server.store.materials.get(DEMO_APPID, got["uploaded"]["media_id"]).data == photo.read_bytes()
    assert got["body"]["url"].startswith("http://mmbiz.qpic.cn/")
    assert got["menu"] == {"errcode": 0, "errmsg": "ok"}
    assert got["read"]["menu"]["button"][0]["name"] == "看产品"
    assert got["counts"]["image_count"] == 1
    assert got["code"]["expire_seconds"] == 600
    assert got["refused"] == 40016


def test_wechat_api_uploads_and_sets_a_menu(server: EmulatorServer, photo: Path) -> None:
    got = run_client("wechat-api", "wechat_api.mjs", server, photo)
    assert server.store.materials.get(DEMO_APPID, got["uploaded"]["media_id"]).data == photo.read_bytes()
    assert got["read"]["menu"]["button"][0]["key"] == "US"
    assert got["removed"]["errcode"] == 0
    assert got["refused"] == 46003


def test_node_easywechat_makes_a_draft(server: EmulatorServer, photo: Path) -> None:
    got = run_client("node-easywechat", "node_easywechat.mjs", server, photo)
    draft = server.store.drafts.get(DEMO_APPID, got["added"]["media_id"])
    assert draft.articles[0]["thumb_media_id"] == got["media_id"]
    assert got["read"]["news_item"][0]["title"] == "明前龙井"
    assert got["counted"] == {"total_count": 1}


def test_wenyan_turns_markdown_into_a_draft(server: EmulatorServer, photo: Path, tmp_path: Path) -> None:
    markdown = tmp_path / "article.md"
    text = "---\ntitle: 明前龙井\ncover: cover.jpg\n---\n\n新茶到了。\n\n![茶](cover.jpg)\n"
    markdown.write_text(text, encoding="utf-8")
    got = run_client("@wenyan-md/core", "wenyan.mjs", server, markdown, tmp_path)
    (article,) = server.store.drafts.get(DEMO_APPID, got["media_id"]).articles
    assert article["title"] == "明前龙井"
    assert "新茶到了" in article["content"]
    assert article["content"].count("<img") == 1
    assert "/cgi-bin/draft/add" in got["asked"]
