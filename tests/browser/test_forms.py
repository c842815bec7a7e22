"""A form from the built page to the owner's sheet: typed, sent wrong, given back, sent right, thanked for, exported."""

import csv
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from werkzeug.serving import make_server

from plugins.forms.command import FormsDesk
from tests.browser.conftest import Open
from tests.browser.test_layouts import axe
from tests.conftest import ROOT

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(tmp_path: Path, site_url: str) -> FormsDesk:
    return FormsDesk(ROOT, tmp_path, {"SITEURL": site_url})


@pytest.fixture
def receiver_url(desk: FormsDesk) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, desk.receiver(), threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_a_visitor_of_a_poster_signs_up(open_page: Open, desk: FormsDesk, receiver_url: str, tmp_path: Path) -> None:
    with open_page("/c/hfj/weilu-yewan/") as visit:
        page = visit.page
        visit.context.unroute_all()
        page.locator("form[data-form]").evaluate(
            "(form, url) => { form.action = url + new URL(form.action).pathname; form.noValidate = true; }",
            receiver_url,
        )
        assert page.locator("[name=consent]").is_checked() is False
        page.get_by_label("怎么称呼您").fill("=沈山")
        page.get_by_label("手机号").fill("12")
        page.get_by_label("2 位").check()
        page.locator("form[data-form]").get_by_role("button", name="报名").click()
        page.get_by_text("请写电话号码").wait_for(timeout=10_000)
        assert page.url.startswith(receiver_url)
        assert page.get_by_label("怎么称呼您").input_value() == "=沈山"
        assert page.get_by_label("2 位").is_checked()
        assert visit.overflow_px <= 0
        assert axe(visit) == []
        page.get_by_label("手机号").fill("138 0013 8000")
        page.locator("[name=consent]").check()
        page.get_by_role("button", name="报名").click()
        page.get_by_text("报名收到了").first.wait_for(timeout=10_000)
        assert page.url.endswith("/forms/weilu-baoming/thanks/")
    desk.export("weilu-baoming", tmp_path / "out.csv")
    rows = list(csv.reader((tmp_path / "out.csv").read_text("utf-8-sig").splitlines()))
    assert rows[1][2:6] == ["hfj", "'=沈山", "138 0013 8000", "2 位"]


def test_the_button_waits_after_a_tap_and_comes_back_with_the_page(open_page: Open) -> None:
    with open_page("/forms/dongcha/") as visit:
        page = visit.page
        form = page.locator("form[data-form]")
        form.evaluate("form => { form.noValidate = true; form.addEventListener('submit', e => e.preventDefault()); }")
        form.locator("[type=submit]").click()
        page.wait_for_function("document.querySelector('[type=submit][disabled]')")
        assert page.locator("[name=once]").input_value() != ""
        page.evaluate("dispatchEvent(new Event('pageshow'))")
        assert form.locator("[type=submit]").is_enabled()
