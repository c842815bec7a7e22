"""The record of the last push is believed only when it is ours and whole."""

import json

import pytest

from plugins.account_menu.state import read_pushed, state_path, write_pushed
from plugins.shared.errors import StateUntrusted
from plugins.wechat import account_name
from tests.account_menu.account import APPID


def test_what_is_written_is_read(tmp_path):
    assert read_pushed(tmp_path, APPID) is None
    write_pushed(tmp_path, APPID, "f1")
    assert read_pushed(tmp_path, APPID) == "f1"
    assert read_pushed(tmp_path, "wxother") is None


def test_it_lies_beside_the_articles_state_and_does_not_tell_the_appid(tmp_path):
    path = state_path(tmp_path, APPID)
    assert path.parent == tmp_path / ".sync" / account_name(APPID)
    write_pushed(tmp_path, APPID, "f1")
    assert APPID not in path.read_text(encoding="utf-8") + str(path)


def test_the_same_record_is_not_written_again(tmp_path):
    write_pushed(tmp_path, APPID, "f1")
    before = state_path(tmp_path, APPID).stat()
    write_pushed(tmp_path, APPID, "f1")
    assert state_path(tmp_path, APPID).stat().st_ino == before.st_ino
    assert state_path(tmp_path, APPID).read_bytes().endswith(b"}\n")


@pytest.mark.parametrize("change", [{"format": 2}, {"account": "another"}])
def test_a_record_of_another_kind_is_not_believed(tmp_path, change):
    write_pushed(tmp_path, APPID, "f1")
    path = state_path(tmp_path, APPID)
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | change), encoding="utf-8")
    with pytest.raises(StateUntrusted, match="menu.json"):
        read_pushed(tmp_path, APPID)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "null"])
def test_an_unreadable_record_is_not_an_empty_one(tmp_path, text):
    path = state_path(tmp_path, APPID)
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StateUntrusted) as untrusted:
        read_pushed(tmp_path, APPID)
    assert untrusted.value.exit_code == 7
