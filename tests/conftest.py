"""Fixtures shared by all tests: a small shop to read, the sample site built once, golden files."""

import os
import signal
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import hypothesis
import pytest
from PIL import Image

from plugins.shared.validation import SHANGHAI

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=SHANGHAI)
"""The moment all tests build for; the sample shop's 年货茶礼节 is running then."""


_SLOW = (
    "tests/browser/",
    "tests/sample_shop/",
    "tests/article_sync/contact/",
    "tests/article_sync/publish/test_command",
    "tests/article_sync/test_absence",
    "tests/article_sync/test_any_html",
    "tests/article_sync/test_bodies",
    "tests/article_sync/test_brakes",
    "tests/article_sync/test_command",
    "tests/article_sync/test_convert_golden",
    "tests/article_sync/test_convert_laws",
    "tests/article_sync/test_final",
    "tests/article_sync/test_histories",
    "tests/article_sync/test_hostile",
    "tests/article_sync/test_other_tools",
    "tests/article_sync/test_patch",
    "tests/article_sync/test_posts",
    "tests/article_sync/test_resolve",
    "tests/article_sync/test_picture_files",
    "tests/article_sync/test_plan_file",
    "tests/article_sync/test_safety",
    "tests/article_sync/proof/",
    "tests/article_sync/publish/",
    "tests/product_import/test_round_trip",
    "tests/article_sync/test_two_clones",
    "tests/channel_report/test_reader",
    "tests/ci/",
    "tests/coupons/test_reconcile",
    "tests/english/test_site",
    "tests/images/test_variants",
    "tests/print_kits/",
    "tests/product_import/test_hostile",
    "tests/promotion/",
    "tests/fast_build/test_counts",
    "tests/fast_build/test_edits",
    "tests/fast_build/test_history",
    "tests/fast_build/test_own_fields",
    "tests/fast_build/test_parts",
    "tests/forms/test_receiver",
    "tests/search/test_text_index",
    "tests/shared/test_environment",
    "tests/shared/test_front_matter_edit",
    "tests/shared/pinyin/",
    "tests/shop_init/test_starter",
    "tests/shop_init/test_write",
    "tests/site/test_build.py::test_two_builds",
    "tests/site/test_serve",
    "tests/wechat_emulator/proof/",
    "tests/wechat_emulator/test_callback",
    "tests/wechat_emulator/test_editor_html",
    "tests/wechat_emulator/test_store_html",
    "tests/wechat_emulator/test_fuzz",
    "tests/wechat_emulator/test_errcodes",
)
"""What ``invoke test --fast`` leaves out as a whole, besides tests that are marked slow themselves."""


_QUICK = ("tests/browser/test_first_look", "tests/fast_build/test_counts.py::test_an_edit_of_a_text_renders_one_page")
"""What stays in all the same."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid.startswith(_SLOW) and not item.nodeid.startswith(_QUICK):
            item.add_marker(pytest.mark.slow)
    if not config.getoption("--long"):
        longer = [item for item in items if item.get_closest_marker("long")]
        items[:] = [item for item in items if item not in longer]
        config.hook.pytest_deselected(items=longer)


@pytest.fixture(autouse=True, scope="session")
def _fixed_surroundings() -> None:
    """English messages and a fixed build time, wherever the tests run."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        os.environ.pop(name, None)
    os.environ["LANG"] = "en_US.UTF-8"
    os.environ["SOURCE_DATE_EPOCH"] = str(int(NOW.timestamp()))
    os.environ.pop("SITEURL", None)


hypothesis.settings.register_profile(
    "fixed", derandomize=True, database=None, deadline=None
)  # no test looks at the clock
hypothesis.settings.register_profile("explore", max_examples=2000)
hypothesis.settings.load_profile("fixed")  # --hypothesis-profile=explore looks for new examples


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the long proofs too")
    parser.addoption("--update-golden", action="store_true", help="write golden files instead of comparing")


@pytest.fixture(scope="session")
def sample_shop() -> Path:
    """The repository's content/ folder, where it still holds the sample shop."""
    if not (ROOT / "content/products/longjing-mingqian.md").exists():
        pytest.skip("content/ holds a shop of your own; this test looks at the sample shop")
    return ROOT / "content"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a file below tests/golden/, or write it with --update-golden."""

    def compare(name: str, text: str) -> None:
        path = ROOT / "tests" / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{name} is missing; run invoke test --args=--update-golden and read the result"
        assert text == path.read_text(encoding="utf-8")

    return compare


def hear_interrupts() -> None:
    """Listen to Ctrl-C again, in a child: what a shell starts in the background ignores it, its children too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def small_shop(tmp_path: Path) -> Path:
    """The content/ folder of a shop with one of everything."""
    return write_small_shop(tmp_path / "content")


def write_small_shop(content: Path) -> Path:
    """Write a shop with one of everything and return its content/ folder."""
    files = {
        "shop.yaml": "name: 小店\nsite_url: https://shop.example.com\noperator: 小店有限公司\ntel: 0571-1234 5678\n",
        "products/categories.yaml": (
            "categories:\n- slug: tea\n  title: 茶\n  children:\n  - {slug: green, title: 绿茶}\n"
            "- {slug: ware, title: 器}\n"
        ),
        "products/longjing.md": product_text(
            "龙井", "LJ-1", "green", price="268.00", images="[a.jpg]", related="[gaiwan]", staff_notes="内部：毛利 45%"
        ),
        "products/gaiwan.md": product_text("盖碗", "GW-1", "ware", price="128.50"),
        "landing_pages/spring.md": (
            "---\ntitle: 开春\nstarts_at: 2026-11-01\nends_at: 2026-12-01\ngoal: call\n"
            "products: [longjing]\nwaive: [{rule: footer-icp, reason: 示例没有备案}, "
            "{rule: footer-privacy, reason: 示例没有隐私页}]\n---\n来喝茶。\n"
        ),
        "articles/hello.md": (
            "---\ntitle: 你好\ndate: 2026-11-01 09:30\ncategory: 茶事\n---\n看看[龙井](product:longjing)。\n"
        ),
        "pages/service.md": (
            "---\ntitle: 服务中心\ntemplate: service\nfaq:\n- title: 购买\n"
            "  items: [{q: 怎么买, a: 打电话}]\n---\n您好。\n"
        ),
        "stores.yaml": (
            "stores:\n- slug: one\n  name: 一店\n  city: 杭州\n  address: 路 1 号\n  lat: 30.2\n  lng: 120.1\n"
            "  hours: {mon-fri: 09:30-21:00, sat: 10:00-18:00}\n"
        ),
        "channels.yaml": "channels:\n- {code: s1, name: 店内, kind: store}\n",
    }
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (content / "images").mkdir()
    Image.new("RGB", (800, 800), (120, 150, 110)).save(content / "images" / "a.jpg")
    return content


def product_text(title: str, model: str, category: str, body: str = "好茶。", **keys: str) -> str:
    """Return the text of a product file."""
    front = {"title": title, "model": model, "category": category} | keys
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in front.items()) + f"---\n\n{body}\n"
