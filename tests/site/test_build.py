"""The build is Pelican's, repeatable to the byte, and leaves nothing behind."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.site.build import BuildFailed, build_site
from tests.conftest import ROOT, hear_interrupts, product_text


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_builds_and_pelicans_own_command_agree_to_the_byte(sample_shop: Path, tmp_path: Path) -> None:
    build_site(ROOT, output=tmp_path / "one")
    build_site(ROOT, output=tmp_path / "two")
    command = [
        str(Path(sys.executable).parent / "pelican"),
        "content",
        "-s",
        "pelicanconf.py",
        "-o",
        str(tmp_path / "three"),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=dict(os.environ, LANG="C.UTF-8"))
    one = files_of(tmp_path / "one")
    assert len(one) > 500
    assert one == files_of(tmp_path / "two")
    assert one == files_of(tmp_path / "three")


def test_the_small_shop_is_as_it_was(small_shop: Path, tmp_path: Path, golden: object) -> None:
    import re

    build_site(ROOT, small_shop, tmp_path / "out")
    files = files_of(tmp_path / "out")
    assert callable(golden)
    for name in (
        "index.html",
        "p/longjing/index.html",
        "products/index.html",
        "landing/spring/index.html",
        "c/s1/spring/index.html",
        "sitemap.xml",
    ):
        text = files[name].decode("utf-8")
        text = re.sub(r"<style>.*?</style>", "<style>…</style>", text, flags=re.DOTALL)
        golden(f"site/{name.replace('/', '_')}", re.sub(r"\.[0-9a-f]{8}\.", ".00000000.", text))


def test_a_shop_without_anything_optional_builds(small_shop: Path, tmp_path: Path) -> None:
    for name in ("stores.yaml", "channels.yaml", "landing_pages/spring.md", "articles/hello.md", "pages/service.md"):
        (small_shop / name).unlink()
    for path in (small_shop / "products").glob("*.md"):
        path.unlink()
    (small_shop / "shop.yaml").write_text(
        "name: 小店\nsite_url: https://a.example.com\noperator: 我\n", encoding="utf-8"
    )
    build_site(ROOT, small_shop, tmp_path / "out")
    assert "小店" in (tmp_path / "out/index.html").read_text(encoding="utf-8")


def test_what_is_secret_is_nowhere_in_the_output(small_shop: Path, tmp_path: Path) -> None:
    hidden = product_text("内部品鉴", "H-1", "tea", status="hidden")
    (small_shop / "products/hidden.md").write_text(hidden, encoding="utf-8")
    build_site(ROOT, small_shop, tmp_path / "out")
    everything = b"".join(files_of(tmp_path / "out").values())
    assert "毛利".encode() not in everything
    assert "内部品鉴".encode() not in everything
    assert "龙井".encode() in everything


def test_the_page_of_a_deleted_product_disappears(small_shop: Path, tmp_path: Path) -> None:
    build_site(ROOT, small_shop, tmp_path / "out")
    assert (tmp_path / "out/p/gaiwan/index.html").exists()
    (small_shop / "products/gaiwan.md").unlink()
    text = product_text("龙井", "LJ-1", "green", price="268.00", images="[a.jpg]")
    (small_shop / "products/longjing.md").write_text(text, encoding="utf-8")
    build_site(ROOT, small_shop, tmp_path / "out")
    assert not (tmp_path / "out/p/gaiwan").exists()
    assert (tmp_path / "out/p/longjing/index.html").exists()


def test_a_broken_shop_fails_with_every_reason_and_keeps_the_last_output(small_shop: Path, tmp_path: Path) -> None:
    build_site(ROOT, small_shop, tmp_path / "out")
    before = files_of(tmp_path / "out")
    (small_shop / "products/longjing.md").write_text(product_text("龙井", "LJ-1", "green", price="x"), encoding="utf-8")
    (small_shop / "stores.yaml").write_text("shops: []\n", encoding="utf-8")
    with pytest.raises(BuildFailed) as caught:
        build_site(ROOT, small_shop, tmp_path / "out")
    lines = str(caught.value).splitlines()
    assert [line.split(":")[0] for line in lines] == ["products/longjing.md", "stores.yaml"]
    assert files_of(tmp_path / "out") == before


def test_a_draft_article_has_no_page(small_shop: Path, tmp_path: Path) -> None:
    draft = "---\ntitle: 未完稿\ndate: 2026-11-02\ncategory: 茶事\nstatus: draft\n---\n还在写。\n"
    (small_shop / "articles/later.md").write_text(draft, encoding="utf-8")
    build_site(ROOT, small_shop, tmp_path / "out")
    assert not any("later" in name for name in files_of(tmp_path / "out"))
    assert "未完稿".encode() not in b"".join(files_of(tmp_path / "out").values())


def test_an_interrupted_build_is_not_a_finished_one(sample_shop: Path, tmp_path: Path) -> None:
    call = f"build_site(Path({str(ROOT)!r}), output=Path({str(tmp_path / 'out')!r}))"
    script = f"from pathlib import Path; from plugins.site.build import build_site; print('go', flush=True); {call}"
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_interrupts,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode != 0


def test_the_address_of_the_site_can_come_from_outside(
    small_shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITEURL", "https://other.example.org")
    build_site(ROOT, small_shop, tmp_path / "out")
    everything = b"".join(files_of(tmp_path / "out").values())
    assert b"https://other.example.org/p/longjing/" in everything
    assert b"shop.example.com" not in everything
    monkeypatch.setenv("SITEURL", "not an address")
    with pytest.raises(BuildFailed, match="has the wrong form"):
        build_site(ROOT, small_shop, tmp_path / "out")


def test_the_command_says_all_before_it_ends_and_lets_other_tasks_follow(small_shop: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "plugins", tmp_path / "plugins")
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    for name in ("tasks.py", "pelicanconf.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    (small_shop / "menu.yaml").write_text("buttons:\n- {name: 产品, target: products}\n", encoding="utf-8")
    for tasks, last in ((["build"], "pages in output/"), (["build", "check"], "fit to push")):
        command = [sys.executable, "-m", "invoke", *tasks]
        environment = dict(os.environ, LANG="en_US.UTF-8")
        done = subprocess.run(command, cwd=tmp_path, env=environment, check=False, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")
        assert last in done.stdout.splitlines()[-1]
