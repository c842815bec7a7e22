"""Takes the screenshots in docs/screens/: ``python -m tests.browser.screens [KIND...]``, all kinds without a name."""

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from plugins.shared.chromium import require_chromium
from plugins.site.build import build_site
from plugins.staff import build_staff
from tests.browser.conftest import FLAGS, PAGES, STATES, USER_AGENTS
from tests.browser.static_server import serve_folder
from tests.browser.test_layouts import LAYOUTS
from tests.conftest import NOW, ROOT

_TABLET = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36"
FOLDER = ROOT / "docs" / "screens"
WIDTHS_PX = (360, 430)
PLACES = STATES | {
    "till": "/landing/xinke-shiyin/#till-1",
    "form": "/forms/weilu-baoming/",
    "hub": "/hub/",
    "compare-differences": "/compare/#p=longjing-mingqian,biluochun,maofeng&d=1",
    "prices-stale": "/prices/",
    "english": "/en/",
    "english-list": "/en/products/lvcha/",
    "english-detail": "/en/p/longjing-mingqian/",
    "english-search": "/en/search/#q=LJ",
    "english-letter": "/en/search/az/l/",
    "staff": "/staff/",
    "staff-found": "/staff/",
    "staff-detail": "/staff/p/longjing-mingqian/",
    "staff-qr": "/staff/p/longjing-mingqian/#qr",
    "staff-compare": "/staff/compare/#longjing-mingqian,biluochun",
    "staff-cards": "/staff/print/",
}
PLACES |= {f"landing-{name}": path for name, (path, *_) in LAYOUTS.items()}
"""Pages worth seeing in a certain state."""
ACTIONS = {
    "filters": "document.querySelector('[data-filters]').open = true",
    "staff-found": "(input => { input.value = '龙井'; input.dispatchEvent(new Event('input')) })(document.forms[0].q)",
}
"""What is done before the picture is taken."""
LATER = {"prices-stale": timedelta(days=40)}
SHEETS = {
    "overview": (
        ("home", "light"),
        ("category", "light"),
        ("detail", "light"),
        ("landing", "light"),
        ("article", "dark"),
    ),
    "catalogue": (
        ("filters", "light"),
        ("search", "light"),
        ("compare", "light"),
        ("favourites", "dark"),
        ("store", "dark"),
    ),
}
"""The pictures in the READMEs."""


def take(browser: Browser, url: str, kind: str, scheme: str, width_px: int = 390) -> Image.Image:
    """Return the first view of a page as a picture."""
    context = browser.new_context(
        user_agent=USER_AGENTS["android"] if not kind.startswith("staff") else _TABLET,
        viewport={"width": width_px, "height": 844},
        is_mobile=True,
        has_touch=True,
        device_scale_factor=2,
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        color_scheme=scheme,
    )
    page = context.new_page()
    page.clock.set_fixed_time(NOW + LATER.get(kind, timedelta()))
    page.goto(url + (PLACES.get(kind) or PAGES[kind][0]), wait_until="networkidle")
    if kind in ACTIONS:
        page.evaluate(ACTIONS[kind])
        page.wait_for_timeout(500)  # lazy pictures
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    context.close()
    return picture


@contextmanager
def built() -> Iterator[str]:
    """Yield the address of the sample shop: its site in both languages, and staff mode beside it."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(NOW.timestamp()))
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        shutil.copytree(ROOT / "content", folder / "content")
        build_site(ROOT, folder / "content", folder / "site")
        with (folder / "content/shop.yaml").open("a", encoding="utf-8") as shop:
            shop.write("languages: [zh, en]\n")
        build_site(ROOT, folder / "content", folder / "both")
        shutil.move(folder / "both/en", folder / "site/en")
        build_staff(ROOT, folder / "content", folder / "staff")
        shutil.move(folder / "staff", folder / "site/staff")
        yield stack.enter_context(serve_folder(folder / "site"))


def side_by_side(pictures: list[Image.Image], gap_px: int = 24) -> Image.Image:
    """Return pictures of one height in a row on a quiet ground."""
    width = sum(picture.width + gap_px for picture in pictures) + gap_px
    sheet = Image.new("RGB", (width, pictures[0].height + 2 * gap_px), "#dfe3dc")
    left = gap_px
    for picture in pictures:
        sheet.paste(picture, (left, gap_px))
        left += picture.width + gap_px
    return sheet


def save(picture: Image.Image, name: str, width_px: int) -> None:
    """Write a picture as a WebP of a width."""
    height = round(picture.height * width_px / picture.width)
    FOLDER.mkdir(parents=True, exist_ok=True)
    small = picture.resize((width_px, height), Image.Resampling.LANCZOS)
    small.save(FOLDER / f"{name}.webp", "WEBP", quality=72, method=6)


def main(*kinds: str) -> None:
    """Write the sheets of the READMEs, and every kind of page at both widths, light and dark."""
    with sync_playwright() as playwright, built() as url:
        browser = playwright.chromium.launch(executable_path=str(require_chromium(os.environ)), args=FLAGS)
        for name, shown in SHEETS.items():
            if not kinds or name in kinds:
                save(side_by_side([take(browser, url, kind, scheme) for kind, scheme in shown]), name, 1600)
        for kind in dict.fromkeys([*PAGES, *PLACES]):
            if not kinds or kind in kinds:
                views = [take(browser, url, kind, scheme, width) for scheme in ("light", "dark") for width in WIDTHS_PX]
                save(side_by_side(views), kind, 1080)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
