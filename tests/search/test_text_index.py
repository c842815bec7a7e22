"""The index of texts: what a query needs is in few small files, and leads to every text that holds its words."""

import gzip
import json

from hypothesis import given
from hypothesis import strategies as st

from plugins.search.text_index import MOST_BYTES, Text, index_texts, pairs_of, shard_of

WORDS = "龙井碧螺春大红袍白茶普洱祁门红茶盖碗公道杯茶壶水温出汤回甘"


def look_up(files: dict[str, bytes], query: str) -> set[int]:
    count = json.loads(files["search/texts.json"])["shards"]
    held = []
    for pair in pairs_of(query):
        shard = json.loads(files[f"search/texts-{shard_of(pair, count)}.json"])
        held.append({int(number, 36) >> 1 for number in shard.get(pair, "").split(".") if number})
    return set.intersection(*held) if held else set()


@given(st.lists(st.text(WORDS + "ab1 ，", min_size=2, max_size=40), min_size=1, max_size=8), st.data())
def test_a_part_of_a_text_leads_to_it(bodies: list[str], data: st.DataObject) -> None:
    files = index_texts([Text(f"文{n}", f"/{n}/", "文章", body) for n, body in enumerate(bodies)])
    number = data.draw(st.integers(0, len(bodies) - 1))
    runs = [run for run in bodies[number].replace("，", " ").split() if len(run) > 1 and not set(run) & set("ab1")]
    for run in runs:
        assert number in look_up(files, run)


def test_words_that_are_nowhere_lead_nowhere() -> None:
    files = index_texts([Text("一杯龙井", "/a/", "文章", "水温八十五度")])
    assert look_up(files, "龙井") == {0}
    assert look_up(files, "水温") == {0}
    assert look_up(files, "井水") == set()
    assert index_texts([]) == {"search/texts.json": b'{"shards":0,"texts":[]}'}


def test_long_texts_are_spread_over_files_that_fit() -> None:
    texts = [
        Text(f"文{n}", f"/{n}/", "文章", "".join(chr(0x4E00 + (n * 7919 + k * k) % 9000) for k in range(900)))
        for n in range(60)
    ]
    files = index_texts(texts)
    shards = [data for name, data in files.items() if name != "search/texts.json"]
    assert len(shards) > 4
    assert max(len(gzip.compress(data, 6)) for data in shards) <= MOST_BYTES
    assert look_up(files, texts[7].words[100:108]) == {7}
