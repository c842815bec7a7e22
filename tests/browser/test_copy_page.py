"""The copy-and-paste page in a real Chromium: what the button puts on the clipboard, and what a paste gives."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from plugins.article_sync.command import copy, preview
from plugins.article_sync.convert.meaning import meaning, read_wechat
from plugins.wechat_emulator.article_html.editor import editor_save
from plugins.wechat_emulator.article_html.store import stored
from tests.conftest import write_small_shop

pytestmark = pytest.mark.browser
BODY = "第一段**粗**。\n\n::: callout 提示\n话\n:::\n\n```python\nx  = 1\n```\n\n![杯](a.jpg)\n"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    content = write_small_shop(tmp_path / "content")
    path = content / "articles" / "hello.md"
    path.write_text(path.read_text("utf-8").replace("category", "cover: a.jpg\ncategory") + "\n" + BODY, "utf-8")
    return content


def test_the_button_puts_the_article_on_the_clipboard_as_html(shop: Path, tmp_path: Path, chromium: Browser) -> None:
    page_file = copy(shop, tmp_path / "state", "hello")
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    outside: list[str] = []
    page.on("request", lambda request: outside.append(request.url) if request.url.startswith("http") else None)
    page.goto(page_file.as_uri())
    page.click("#copy")
    assert "已复制" in page.inner_text("#said")
    html = page.evaluate(
        "async () => { const [item] = await navigator.clipboard.read();"
        " return (await item.getType('text/html')).text(); }"
    )
    sent = page.inner_html("#text")
    assert outside == []
    assert "<strong>粗</strong>" in html
    kept = stored(sent.replace("data:image/jpeg;base64,", "https://mmbiz.qpic.cn/mmbiz_jpg/a/640?"))
    assert "提示" in meaning(read_wechat(editor_save(kept)))
    assert meaning(read_wechat(html)) == meaning(read_wechat(sent))
    page.fill("#url", "https://mp.weixin.qq.com/s/abc-DEF_1")
    assert "--paired" in page.inner_text("#command")
    page.fill("#url", "https://evil.example.com/s/1")
    assert page.inner_text("#command") == ""
    context.close()


def test_the_preview_shows_four_phones(shop: Path, tmp_path: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(preview(shop, tmp_path / "state", "hello").as_uri())
    phones = page.query_selector_all("section.phone")
    assert [round(phone.bounding_box()["width"]) for phone in phones] == [375] * 4  # type: ignore[index]
    assert all("第一段粗" in phone.inner_text() for phone in phones)
    assert page.evaluate("() => [...document.images].every(image => image.naturalWidth > 0)")
    page.close()
