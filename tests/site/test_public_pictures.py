"""Pictures of products that are not published stay out of the public folder, unless something public shows them."""

from pathlib import Path

from plugins.images import make_variants
from plugins.site.reader import public_pictures, read_site
from tests.conftest import NOW, product_text
from tests.images.test_variants import picture


def test_only_what_something_public_shows_is_published(small_shop: Path) -> None:
    for name in ("hidden.jpg", "shared.jpg", "told.jpg", "spare.jpg"):
        picture(small_shop / "images" / name, (360, 360))
    (small_shop / "products/secret.md").write_text(
        product_text("内部", "S-1", "tea", status="hidden", images="[hidden.jpg, shared.jpg, told.jpg]"),
        encoding="utf-8",
    )
    (small_shop / "products/gaiwan.md").write_text(
        product_text("盖碗", "GW-1", "ware", images="[shared.jpg]", body="![图](told.jpg)"), encoding="utf-8"
    )
    pictures, _ = make_variants(small_shop / "images", small_shop.parent / "cache")
    site = read_site(small_shop, pictures, NOW)
    assert [each.path for each in public_pictures(site)] == ["a.jpg", "shared.jpg", "spare.jpg", "told.jpg"]
