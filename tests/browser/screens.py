"""Takes the screenshots in docs/screens/: ``python -m tests.browser.screens`` after ``invoke build``."""

import io
import os

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from plugins.shared.chromium import require_chromium
from tests.browser.conftest import FLAGS, PAGES, STATES, USER_AGENTS
from tests.browser.static_server import serve_folder
from tests.browser.test_layouts import LAYOUTS
from tests.conftest import NOW, ROOT

FOLDER = ROOT / "docs" / "screens"
WIDTHS_PX = (360, 430)
PLACES = STATES | {
    "till": "/landing/xinke-shiyin/#till-1",
    "form": "/forms/weilu-baoming/",
    "hub": "/hub/",
}
PLACES |= {f"landing-{name}": path for name, (path, *_) in LAYOUTS.items()}
"""Pages worth seeing in a certain state."""
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
        user_agent=USER_AGENTS["android"],
        viewport={"width": width_px, "height": 844},
        is_mobile=True,
        has_touch=True,
        device_scale_factor=2,
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        color_scheme=scheme,
    )
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    page.goto(url + (PLACES.get(kind) or PAGES[kind][0]), wait_until="networkidle")
    page.evaluate("kind => { if (kind === 'filters') document.querySelector('[data-filters]').open = true }", kind)
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


def save(picture: Image.Image, name: str, width_px: int, quality: int = 80) -> None:
    """Write a picture as a JPEG of a width."""
    height = round(picture.height * width_px / picture.width)
    FOLDER.mkdir(parents=True, exist_ok=True)
    small = picture.resize((width_px, height), Image.Resampling.LANCZOS)
    small.save(FOLDER / f"{name}.jpg", "JPEG", quality=quality, optimize=True, progressive=True)


def main() -> None:
    """Write the sheets of the READMEs, and every kind of page at both widths, light and dark."""
    with sync_playwright() as playwright, serve_folder(ROOT / "output") as url:
        browser = playwright.chromium.launch(executable_path=str(require_chromium(os.environ)), args=FLAGS)
        for name, views in SHEETS.items():
            save(side_by_side([take(browser, url, *view) for view in views]), name, 1600, 84)
        for kind in dict.fromkeys([*PAGES, *PLACES]):
            views = [take(browser, url, kind, scheme, width) for scheme in ("light", "dark") for width in WIDTHS_PX]
            save(side_by_side(views), kind, 900, 70)
        browser.close()


if __name__ == "__main__":
    main()
