"""The figures of the bench are about the article that they name."""

import re

from plugins.article_sync.bench import bench_convert, sample_text
from plugins.article_sync.convert.from_markdown import read_markdown
from plugins.article_sync.convert.map_blocks import each_picture
from plugins.article_sync.convert.meaning import read_wechat
from plugins.article_sync.convert.to_wechat import render_wechat
from plugins.wechat_emulator.article_html.store import stored


def test_the_measured_article_has_its_size_and_comes_home() -> None:
    text = sample_text()
    blocks = read_markdown(text)
    assert 2700 < len(re.sub(r"\s|!\[.*?\)", "", text)) < 3300
    assert len(list(each_picture(blocks))) == 10
    assert [type(block) for block in read_wechat(stored(render_wechat(blocks)))] == [type(block) for block in blocks]
    assert set(bench_convert(1)) == {"render_ms", "parse_ms"}
