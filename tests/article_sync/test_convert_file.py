"""Any file converts without an account; a saved page of WeChat is accepted as it is."""

from pathlib import Path

import pytest

from plugins.article_sync.convert_file import convert_file
from plugins.shared.errors import UsageProblem

PIXEL = "R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
SAVED = (
    "<html><head><title>x</title><script>var biz = 1</script></head><body><h1 id='activity-name'> 一杯茶 </h1>"
    "<div id='js_content' style='visibility: hidden'><section><p><span>正文</span></p>"
    f"<img data-src='data:image/gif;base64,{PIXEL}'><img data-src='page_files/one.gif'>"
    "<img data-src='../secret.gif'></section></div><div>侧栏</div><script>alert(1)</script></body></html>"
)


def test_markdown_becomes_wechat_html_without_its_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: 题\n---\n\n**粗**\n", encoding="utf-8")
    html = convert_file(path, "wechat", theme="ink")
    assert "<strong>粗</strong>" in html
    assert "title:" not in html


def test_a_saved_page_gives_title_text_and_pictures(tmp_path: Path) -> None:
    import base64

    page = tmp_path / "saved" / "page.html"
    (page.parent / "page_files").mkdir(parents=True)
    (page.parent / "page_files" / "one.gif").write_bytes(base64.b64decode(PIXEL) + b"1")
    (tmp_path / "secret.gif").write_bytes(base64.b64decode(PIXEL) + b"2")
    page.write_text(SAVED, encoding="utf-8")
    markdown = convert_file(page, "markdown", tmp_path / "pictures")
    assert markdown.startswith("# 一杯茶\n\n正文\n")
    assert "侧栏" not in markdown
    assert "alert" not in markdown
    assert len(list((tmp_path / "pictures").iterdir())) == 2, "the one inside, the one beside; none from above"
    assert markdown.count("pictures/") == 2


@pytest.mark.parametrize(("data", "target"), [(b"\xff\xfe\x00", "markdown"), (b"x", "word"), (None, "wechat")])
def test_what_cannot_be_converted_is_said(data: bytes | None, target: str, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UsageProblem):
        convert_file(path, target)
