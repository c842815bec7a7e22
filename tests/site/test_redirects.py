"""Old addresses keep a page that leads on."""

from pathlib import Path

import pytest

from plugins.article_sync.redirects import add_redirect
from plugins.site.build import build_site
from plugins.site.redirects import read_redirects, redirect_pages
from tests.conftest import ROOT


def leads(redirects: dict[str, str], *pages: str) -> dict[str, object]:
    return {page.url: page.values["target"] for page in redirect_pages(redirects, pages)}


def test_a_rename_of_a_rename_leads_to_the_last_name() -> None:
    assert leads({"/articles/a/": "/articles/b/", "/articles/b/": "/articles/c/"}, "/articles/c/") == {
        "/articles/a/": "/articles/c/",
        "/articles/b/": "/articles/c/",
    }


def test_an_address_that_is_taken_again_leads_nowhere_else() -> None:
    assert leads({"/articles/a/": "/articles/b/"}, "/articles/a/", "/articles/b/") == {}


@pytest.mark.parametrize("redirects", [{"/x/": "/gone/"}, {"/x/": "/y/", "/y/": "/x/"}, {"/x/": "/x/"}])
def test_what_leads_nowhere_leads_to_the_list(redirects: dict[str, str]) -> None:
    assert set(leads(redirects, "/articles/").values()) == {"/articles/"}


def test_two_people_may_add_lines_at_once(tmp_path: Path) -> None:
    path = tmp_path / "redirects.yaml"
    add_redirect(path, "/articles/a/", "/articles/b/")
    add_redirect(path, "/articles/a/", "/articles/c/")
    add_redirect(path, "/articles/d/", "/articles/")
    path.write_text(path.read_text(encoding="utf-8") + "- {from: /articles/d/, to: /articles/}\n", encoding="utf-8")
    assert read_redirects(tmp_path) == ({"/articles/a/": "/articles/c/", "/articles/d/": "/articles/"}, [])


def test_an_address_elsewhere_is_a_problem_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "redirects.yaml").write_text("redirects:\n- {from: /a/, to: https://evil.example/}\n", encoding="utf-8")
    (problem,) = read_redirects(tmp_path)[1]
    assert (problem.path, problem.line) == ("redirects.yaml", 2)


def test_the_site_leads_on_and_shows_corrections(small_shop: Path, tmp_path: Path) -> None:
    add_redirect(small_shop / "redirects.yaml", "/articles/old/", "/articles/hello/")
    article = small_shop / "articles" / "hello.md"
    article.write_text(
        article.read_text(encoding="utf-8").replace(
            "title: 你好\n", "title: 你好\nwechat: detached\ncorrected: 2026-11-20\n"
        ),
        encoding="utf-8",
    )
    build_site(ROOT, small_shop, tmp_path / "out")
    moved = (tmp_path / "out/articles/old/index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=/articles/hello/">' in moved
    assert 'rel="canonical" href="https://shop.example.com/articles/hello/"' in moved
    shown = (tmp_path / "out/articles/hello/index.html").read_text(encoding="utf-8")
    assert '更正于<time datetime="2026-11-20">2026年11月20日</time>' in shown
    assert '"dateModified":"2026-11-20"' in shown
    assert "/articles/old/" not in (tmp_path / "out/sitemap.xml").read_text(encoding="utf-8")
