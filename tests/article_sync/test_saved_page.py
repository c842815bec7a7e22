"""Pages as a browser saves them from mp.weixin.qq.com: articles with lazy pictures, and picture posts."""

import io
from pathlib import Path

from PIL import Image

from plugins.article_sync.convert_file import convert_file, to_markdown
from plugins.article_sync.saved_page import article_of

POST = r"""<!DOCTYPE html><html><head>
<meta property="og:title" content="春天的茶" /><meta name="description" content="第一句\x0a第二句 \x26lt;b\x26gt;" />
<script>window.picture_page_info_list = [
 { width: '1080' * 1, cdn_url: 'https://mmbiz.qpic.cn/mmbiz_jpg/one/0?wx_fmt=jpeg\x26amp;from=appmsg',
   watermark_info: { cdn_url: 'https://mmbiz.qpic.cn/mmbiz_jpg/marked/0' }, poi_info: [], theme: { a: { b: 1 } } },
 { cdn_url: JsDecode('https://mmbiz.qpic.cn/mmbiz_png/two/0?wx_fmt=png'), share_cover: { cdn_url: 'https://x.cn/c' } },
].slice(0, 20);</script></head><body><div id="js_article" class="share_content_page">点赞</div></body></html>"""
LAZY = (
    "<html><body><h1 id='activity-name'> 一杯茶 </h1><div id='js_content' style='visibility: hidden; opacity: 0;'>"
    '<p><img class="rich_pages wxw-img" data-src="https://mmbiz.qpic.cn/mmbiz_jpg/a/640?wx_fmt=jpeg"'
    ' src="page_files/640.jpg"></p><p><img data-src="https://mmbiz.qpic.cn/mmbiz_jpg/b/640"'
    ' src="data:image/svg+xml,%3Csvg%3E"></p></div><div id="js_pc_qr_code">扫一扫</div></body></html>'
)


def test_a_picture_post_gives_title_words_and_pictures() -> None:
    assert to_markdown(POST) == (
        "# 春天的茶\n\n第一句\n\n第二句 \\<b>\n\n"
        "![](https://mmbiz.qpic.cn/mmbiz_jpg/one)\n\n![](https://mmbiz.qpic.cn/mmbiz_png/two)\n"
    )


def test_lazy_pictures_are_those_on_the_web() -> None:
    markdown = to_markdown(LAZY)
    assert markdown.startswith("# 一杯茶\n\n![](https://mmbiz.qpic.cn/mmbiz_jpg/a)")
    assert "https://mmbiz.qpic.cn/mmbiz_jpg/b" in markdown
    assert "扫一扫" not in markdown


def test_lazy_pictures_that_the_browser_saved_are_taken_from_beside_the_page(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (20, 20), "green").save(out, "JPEG")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "640.jpg").write_bytes(out.getvalue())
    (tmp_path / "page.html").write_text(LAZY, encoding="utf-8")
    markdown = convert_file(tmp_path / "page.html", "markdown", tmp_path / "pictures")
    [saved] = (tmp_path / "pictures").iterdir()
    assert f"![](pictures/{saved.name})" in markdown
    assert "![](https://mmbiz.qpic.cn/mmbiz_jpg/b)" in markdown


def test_an_article_that_only_speaks_of_such_a_list_stays_an_article() -> None:
    page = f"<body><div id='js_content'><p>正文</p></div>{POST}</body>"
    assert "正文" in article_of(page)


def test_a_piece_of_html_is_taken_as_it_is() -> None:
    assert article_of("<p>字</p>") == "<p>字</p>"
