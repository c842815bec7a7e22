"""Builds staff mode into output-staff/, never into the public folder."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.images import Picture, make_variants, variant_file
from plugins.images.progress import show_progress
from plugins.products.model import Product
from plugins.qr_codes import png_bytes
from plugins.shared.clock import build_time
from plugins.shared.errors import UsageProblem
from plugins.shared.files import digest, write_if_changed
from plugins.shared.folder import read_folder
from plugins.shared.language import say
from plugins.site.reader import read_site
from plugins.site.site import Site
from plugins.site.stale import remove_stale
from plugins.site.theme import ThemeAssets
from plugins.staff.model import StaffProduct
from plugins.staff.offline import manifest, robots, service_worker
from plugins.staff.pages import facts_files, shelf_data, staff_pages
from plugins.staff.render import StaffTemplates
from plugins.staff.shelf import make_shelf, picture_width

STAFF_OUTPUT = "output-staff"
_WORKER = "sw.js"


@dataclass(frozen=True)
class StaffBuilt:
    """What a build left behind: how many products, and how many bytes a tablet keeps."""

    folder: Path
    products: int
    size_bytes: int

    def __str__(self) -> str:
        size = f"{self.size_bytes / 1_000_000:.1f} MB"
        return say(
            f"{self.folder.name}/ 里有 {self.products} 个产品，离线占 {size}。里面有店员备注，只放店员能打开的地方。",
            f"{self.products} products in {self.folder.name}/, {size} to keep offline. It holds staff notes: "
            "put it where only staff can open it.",
        )


def build_staff(root: Path, content: Path | None = None, output: Path | None = None) -> StaffBuilt:
    """Write staff mode; what did not change is left alone, what is gone is removed.

    Raises:
        ContentProblems: with everything that is wrong in content/.
        UsageProblem: the folder is that of the public site, or inside it.
    """
    content, output = content or root / "content", output or root / STAFF_OUTPUT
    if output.resolve().is_relative_to((root / "output").resolve()):
        raise UsageProblem(say("店员模式不能放进公开的 output/。", "staff mode must not lie in the public output/."))
    cache = root / ".cache"
    site, products = _read(content, cache / "images")
    shelf = make_shelf(site, products)
    files = dict(_files(root, site, shelf, cache / "images"))
    digests = {path: digest(data)[:12] for path, data in files.items()}
    files[_WORKER] = service_worker((root / "theme/static/staff" / _WORKER).read_text(encoding="utf-8"), digests)
    for path, data in files.items():
        write_if_changed(output / path, data)
    remove_stale(output, files, cache)
    return StaffBuilt(output, len(shelf), sum(map(len, files.values())))


def _read(content: Path, cache: Path) -> tuple[Site, list[Product]]:
    with show_progress() as on_made:
        pictures, problems = make_variants(content / "images", cache, on_made)
    site = read_site(content, pictures, build_time(), problems, os.environ.get("SITEURL", ""))
    return site, read_folder(Product, content, "products")[0]


def _files(root: Path, site: Site, shelf: tuple[StaffProduct, ...], cache: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file but the worker, by path below the folder."""
    assets = ThemeAssets(root / "theme", site.shop.colour)
    templates = StaffTemplates(root / "theme", site, assets)
    for page in staff_pages(site, shelf):
        yield page.path, templates.render(page)
    yield from (templates.script, templates.stylesheet)
    yield from ((path, data) for path, data in assets.files.items() if not path.endswith(".js"))
    yield "shelf.json", shelf_data(site, shelf)
    yield from facts_files(shelf).items()
    yield "manifest.webmanifest", manifest(site.shop)
    yield "robots.txt", robots()
    for item in shelf:
        if item.qr:
            yield item.qr, png_bytes(item.public_url)
        for picture in (each for _, each in item.pictures):
            yield from _variants(picture, cache)


def _variants(picture: Picture, cache: Path) -> Iterator[tuple[str, bytes]]:
    for width in {picture.widths_px[0], picture_width(picture)}:
        yield picture.file_name(width, "webp"), variant_file(picture, cache, width, "webp").read_bytes()
