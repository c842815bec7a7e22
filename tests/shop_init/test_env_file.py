"""Credentials: the appid is filled in, the secret is left to its owner, nobody else can read the file."""

import stat

from plugins.shop_init.env_file import render_env, write_env

APPID = "wx0123456789abcdef"
EXAMPLE = "# 说明\nWECHAT_APPID=\nWECHAT_APPSECRET=\nSITEURL=\n"


def test_it_is_made_from_the_example(tmp_path):
    (tmp_path / ".env.example").write_text(EXAMPLE, encoding="utf-8")
    path = write_env(tmp_path, APPID)
    assert path == tmp_path / ".env"
    assert path.read_text(encoding="utf-8") == EXAMPLE.replace("APPID=", f"APPID={APPID}")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_is_there_already_stays(tmp_path):
    (tmp_path / ".env.example").write_text(EXAMPLE, encoding="utf-8")
    (tmp_path / ".env").write_text("WECHAT_APPSECRET=kept\nSITEURL=https://a.cn\n", encoding="utf-8")
    (tmp_path / ".env").chmod(0o644)
    path = write_env(tmp_path, APPID)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines == ["WECHAT_APPSECRET=kept", "SITEURL=https://a.cn", f"WECHAT_APPID={APPID}"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_without_an_example_both_lines_are_there(tmp_path):
    assert write_env(tmp_path, APPID).read_text(encoding="utf-8") == f"WECHAT_APPID={APPID}\nWECHAT_APPSECRET=\n"


def test_saying_it_twice_changes_nothing():
    once = render_env(EXAMPLE, APPID)
    assert render_env(once, APPID) == once


def test_the_projects_own_example_has_both_lines(pytestconfig):
    text = (pytestconfig.rootpath / ".env.example").read_text(encoding="utf-8")
    assert render_env(text, APPID) == text.replace("WECHAT_APPID=\n", f"WECHAT_APPID={APPID}\n")
