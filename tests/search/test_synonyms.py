"""content/synonyms.yaml: groups of words, with every mistake told."""

from pathlib import Path

from plugins.search import read_synonyms


def test_groups_are_folded(tmp_path: Path) -> None:
    assert read_synonyms(tmp_path) == ((), [])
    (tmp_path / "synonyms.yaml").write_text("groups:\n- [冰箱, 雪柜]\n- [Ｐ, 匹]\n", encoding="utf-8")
    assert read_synonyms(tmp_path) == ((("冰箱", "雪柜"), ("p", "匹")), [])


def test_mistakes_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "synonyms.yaml"
    path.write_text("groups:\n- [冰箱, 雪柜]\n- [一]\n- 二\n", encoding="utf-8")
    found = [str(problem) for problem in read_synonyms(tmp_path)[1]]
    shape = "a group needs two words or more. Write [fridge, icebox]."
    assert found == [f"synonyms.yaml:3: {shape}", f"synonyms.yaml:4: {shape}"]
    path.write_text("words: []\n", encoding="utf-8")
    assert [str(each) for each in read_synonyms(tmp_path)[1]] == [
        "synonyms.yaml:1: write the single key 'groups:' with a list below it."
    ]
