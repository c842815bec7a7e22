"""Takes the screenshots in docs/screens/: ``python -m tests.browser.screens`` after ``invoke build``."""

import io
import os
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from plugins.shared.chromium import require_chromium
from tests.browser.conftest import FLAGS, PAGES, USER_AGENTS
from tests.browser.static_server import serve_folder
from tests.browser.test_layouts import LAYOUTS
from tests.conftest import NOW, ROOT

FOLDER = ROOT / "docs" / "screens"
OVERVIEW = (("home", "light"), ("category", "light"), ("detail", "light"), ("landing", "light"), ("article", "dark"))
KINDS = ("home", "category", "detail", "landing", "article", "stores", "service", "search")
MORE = {f"landing-{name}": path for name, (path, *_) in LAYOUTS.items()} | {
    "till": "/landing/xinke-shiyin/#till-1",
    "form": "/forms/weilu-baoming/",
    "hub": "/hub/",
}
"""Pages of promotions, forms and the menu: their address by the name of the screenshot."""
_SIZE = {"width": 390, "height": 844}


def take(browser: Browser, url: str, kind: str, scheme: str) -> Image.Image:
    """Return the first view of a page as a picture."""
    context = browser.new_context(
        user_agent=USER_AGENTS["android"],
        viewport=_SIZE,
        is_mobile=True,
        has_touch=True,
        device_scale_factor=2,
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        color_scheme=scheme,
    )
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    page.goto(url + (MORE.get(kind) or PAGES[kind][0]), wait_until="networkidle")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    context.close()
    return picture


def side_by_side(pictures: list[Image.Image], gap_px: int = 24) -> Image.Image:
    """Return pictures of one height in a row on a quiet ground."""
    width = sum(picture.width + gap_px for picture in pictures) + gap_px
    sheet = Image.new("RGB", (width, pictures[0].height + 2 * gap_px), "#dfe3dc")
    left = gap_px
    for picture in pictures:
        sheet.paste(picture, (left, gap_px))
        left += picture.width + gap_px
    return sheet


def save(picture: Image.Image, path: Path, width_px: int) -> None:
    """Write a picture as a JPEG of a width."""
    height = round(picture.height * width_px / picture.width)
    path.parent.mkdir(parents=True, exist_ok=True)
    small = picture.resize((width_px, height), Image.Resampling.LANCZOS)
    small.save(path, "JPEG", quality=84, optimize=True, progressive=True)


def main() -> None:
    """Write every screenshot and the overview for the READMEs."""
    with sync_playwright() as playwright, serve_folder(ROOT / "output") as url:
        browser = playwright.chromium.launch(executable_path=str(require_chromium(os.environ)), args=FLAGS)
        save(side_by_side([take(browser, url, *each) for each in OVERVIEW]), FOLDER / "overview.jpg", 1600)
        for kind in (*KINDS, *MORE):
            both = side_by_side([take(browser, url, kind, scheme) for scheme in ("light", "dark")])
            save(both, FOLDER / f"{kind}.jpg", 780)
        browser.close()


if __name__ == "__main__":
    main()
