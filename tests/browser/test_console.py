"""The emulator's console in a real browser: by mouse, by keyboard, on a phone, and with articles that mean harm."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from plugins.wechat_emulator import DEMO_APPID, EmulatorServer, Fault, Store
from plugins.wechat_emulator.article_html.editor import editor_save
from plugins.wechat_emulator.seed import load_seed
from plugins.wechat_emulator.state.article_rules import Article
from tests.browser.test_access import RULES

pytestmark = pytest.mark.browser

TABS = ("drafts", "published", "pictures", "menu", "calls", "faults", "account")
SEED = {
    "accounts": [
        {
            "drafts": [],
            "menu": {
                "button": [
                    {
                        "name": "看产品",
                        "sub_button": [{"type": "view", "name": "绿茶", "url": "https://tea.example.com/"}],
                    },
                    {"type": "click", "name": "找我们", "key": "US"},
                ]
            },
        },
        {"profile": "personal"},
    ]
}
HOSTILE = (
    '<p id="a">好</p><script>parent.hacked = 1</script><img src="x" onerror="parent.hacked = 2">'
    '<svg onload="top.hacked = 3"></svg><iframe srcdoc="<script>top.hacked = 4</script>"></iframe>'
    '<a href="javascript:top.hacked=5">点</a><form action="/_emulator/reset" method="post"><button>x</button></form>'
    '<style>body{display:none}</style><meta http-equiv="refresh" content="0;url=https://evil.example/">'
    '</body><img src="https://evil.example/pixel.png">'
)
Visit = Callable[..., AbstractContextManager[Page]]


def kept(html: str, title: str = "明前龙井") -> Article:
    """Return an article as a store holds it, whatever the rules would have made of it."""
    texts = {"title": title, "content": html, "author": "", "digest": "摘要", "content_source_url": ""}
    return texts | {"thumb_media_id": "", "thumb_url": "", "need_open_comment": 0, "only_fans_can_comment": 0}


@pytest.fixture
def console() -> Iterator[EmulatorServer]:
    """A shop with a draft, a menu and a second account."""
    store = Store()
    load_seed(store, SEED, "seed", None)
    store.drafts.add(DEMO_APPID, [kept("<p>新茶到了</p>")])
    with EmulatorServer(store) as server:
        yield server
    store.close()


@pytest.fixture
def visit(chromium: Browser, console: EmulatorServer) -> Visit:
    """A function that opens the console at a tab; on leaving, nothing may have gone wrong or out of the house."""

    @contextmanager
    def open_it(tab: str = "drafts", **options: Any) -> Iterator[Page]:
        context = chromium.new_context(**({"viewport": {"width": 1200, "height": 900}, "locale": "zh-CN"} | options))
        page, wrong = context.new_page(), list[str]()

        def guard(route: Route) -> None:
            if not route.request.url.startswith((console.url, "data:")):
                wrong.append(route.request.url)
            route.continue_() if route.request.url.startswith((console.url, "data:")) else route.abort()

        context.route("**/*", guard)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(f"{console.url}/console/#/{tab}", wait_until="networkidle")
        yield page
        context.close()
        assert wrong == []

    return open_it


def test_a_draft_is_edited_by_keyboard_as_the_real_editor_would(visit: Visit, console: EmulatorServer) -> None:
    with visit() as page:
        page.get_by_role("link", name="明前龙井").focus()
        page.keyboard.press("Enter")
        page.get_by_role("link", name="编辑").press("Enter")
        expect(page.get_by_label("标题 Title")).to_be_focused()
        page.get_by_label("标题 Title").fill("雨前龙井")
        body = page.frame_locator("iframe").get_by_role("textbox")
        body.focus()
        page.keyboard.press("Control+End")
        page.keyboard.type("，快来")
        page.keyboard.press("Control+s")
        expect(page.get_by_text("已保存")).to_be_visible()
        expect(page.get_by_role("heading", name="雨前龙井")).to_be_visible()
    (draft,) = console.store.drafts.page(DEMO_APPID, 0, 9)
    assert draft.articles[0]["title"] == "雨前龙井"
    assert draft.articles[0]["content"] == editor_save("<p>新茶到了，快来</p>")


def test_a_draft_is_written_published_and_another_deleted(visit: Visit, console: EmulatorServer) -> None:
    with visit() as page:
        page.get_by_role("link", name="写文章").click()
        page.get_by_label("标题 Title").fill("新写的")
        page.frame_locator("iframe").get_by_role("textbox").fill("一段话")
        page.get_by_role("button", name="保存").click()
        page.get_by_role("button", name="发表 Publish").click()
        page.get_by_role("dialog").get_by_role("button", name="发表").click()
        expect(page.get_by_role("heading", name="已发表")).to_be_visible()
        expect(page.get_by_role("link", name="新写的")).to_be_visible()
        page.get_by_role("link", name="草稿 Drafts").click()
        page.get_by_role("link", name="明前龙井").click()
        page.get_by_role("button", name="删除").click()
        page.keyboard.press("Escape")
        assert console.store.drafts.count(DEMO_APPID) == 1
        page.get_by_role("button", name="删除").click()
        page.get_by_role("dialog").get_by_role("button", name="删除").click()
        expect(page.get_by_text("草稿箱是空的")).to_be_visible()
    assert (console.store.drafts.count(DEMO_APPID), console.store.published.count(DEMO_APPID)) == (0, 1)


def test_an_article_that_means_harm_does_none(visit: Visit, console: EmulatorServer) -> None:
    """It is put behind the rules' back, so that only the console itself can stop it."""
    console.store.drafts.add(DEMO_APPID, [kept(HOSTILE, '<img src=x onerror="hacked=6">"恶意"')])
    with visit() as page:
        page.get_by_role("link", name="恶意").click()
        frame = page.frame_locator("iframe")
        expect(frame.locator("p").first).to_have_text("好")
        frame.locator("a").first.click(timeout=3000)
        page.wait_for_timeout(200)
        assert page.evaluate("window.hacked === undefined")
        page.get_by_role("link", name="编辑").click()
        expect(page.frame_locator("iframe").get_by_text("好")).to_be_visible()
        page.wait_for_timeout(200)
        assert page.evaluate("window.hacked === undefined")
        assert page.evaluate("document.querySelector('iframe').getAttribute('sandbox')") == "allow-same-origin"
        assert page.url.startswith(console.url)
    assert console.store.drafts.count(DEMO_APPID) == 2


def test_the_menu_opens_by_keyboard(visit: Visit) -> None:
    with visit("menu") as page:
        opener = page.get_by_role("button", name="看产品")
        opener.press("Enter")
        expect(opener).to_have_attribute("aria-expanded", "true")
        page.get_by_role("button", name="绿茶").press("Enter")
        expect(page.get_by_text("https://tea.example.com/", exact=False).first).to_be_visible()
        page.keyboard.press("Escape")
        expect(opener).to_have_attribute("aria-expanded", "false")
        page.get_by_role("button", name="找我们").click()
        expect(page.get_by_text("CLICK US")).to_be_visible()


def test_faults_the_profile_and_the_account_are_switched(visit: Visit, console: EmulatorServer) -> None:
    with visit("faults") as page:
        page.get_by_label("种类").select_option("drop_after")
        page.get_by_label("第几次调用").fill("3")
        page.get_by_role("button", name="安排 Plan it").click()
        expect(page.get_by_role("cell", name="drop_after")).to_be_visible()
        assert [planned.fault for planned in console.store.faults.waiting()] == [Fault("drop_after")]
        page.get_by_role("button", name="全部清除").click()
        expect(page.get_by_role("cell", name="drop_after")).to_have_count(0)
        page.get_by_role("link", name="账号 Account").click()
        page.get_by_label("这个账号是").select_option("test")
        expect(page.get_by_role("status")).to_contain_text("test account")
        page.get_by_label("账号 Account").select_option(index=1)
        expect(page.get_by_role("heading", name="wxdemo")).to_contain_text(console.store.accounts.all()[1].appid)
    assert console.store.accounts.get(DEMO_APPID).profile_name == "test"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_a_phone_shows_everything(visit: Visit, console: EmulatorServer, scheme: str) -> None:
    console.store.faults.add("draft/add", Fault("errcode", -1))
    draft = console.store.drafts.page(DEMO_APPID, 0, 1)[0].media_id
    phone = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
    with visit(color_scheme=scheme, reduced_motion="reduce", **phone) as page:
        for tab in (*TABS, f"draft?id={draft}", f"write?id={draft}"):
            page.evaluate("tab => { location.hash = `#/${tab}`; }", tab)
            expect(page.locator(f"main[data-page={tab.partition('?')[0]}] h2")).to_be_visible()
            options = {"runOnly": {"type": "tag", "values": RULES}, "iframes": False}
            found = Axe().run(page, options=options).response["violations"]
            assert [(tab, each["id"], [node["html"][:120] for node in each["nodes"]]) for each in found] == []
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
