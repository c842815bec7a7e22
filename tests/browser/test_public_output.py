"""Nothing that is only for staff, and nothing unpublished, is in the public folder: every byte is looked at."""

import json
import re
from pathlib import Path
from urllib.parse import quote

from plugins.products.model import Product
from plugins.shared.folder import read_folder


def secrets(content: Path) -> dict[str, str]:
    """Every text that must not get out, and where it comes from."""
    products, problems = read_folder(Product, content, "products")
    assert not problems
    found = {line: f"{each.slug} staff_notes" for each in products for line in each.staff_notes.splitlines() if line}
    for each in products:
        if each.status != "published":
            parts = [each.slug, each.title, each.model, *each.highlights, *each.specs.values(), *each.body.splitlines()]
            parts += [name.rsplit(".", 1)[0] for name in each.images]
            found |= {part: f"{each.slug} {each.status}" for part in parts if len(part) > 5}
    public = "\n".join(str(each.model_dump(exclude={"staff_notes"})) for each in products if each.status == "published")
    return {text: source for text, source in found.items() if text not in public}


def test_no_byte_of_the_public_site_tells_what_is_for_staff(sample_shop: Path, built_site: Path) -> None:
    hidden = secrets(sample_shop)
    assert {source.split()[1] for source in hidden.values()} == {"staff_notes", "hidden", "draft"}
    spellings = {
        spelled.encode(): source
        for text, source in hidden.items()
        for spelled in (text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1], quote(text))
    }
    told = []
    count = 0
    for path in sorted(built_site.rglob("*")):
        if path.is_file():
            count += 1
            data = path.relative_to(built_site).as_posix().encode() + b"\n" + path.read_bytes()
            told += [(path.name, source) for text, source in spellings.items() if text in data]
    assert count > 100
    assert told == []


def test_cards_of_promotions_have_one_of_their_shapes(built_site: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in built_site.rglob("*.html")]
    found = {shape for page in pages for shape in re.findall(r'"wz-promotion wz-promotion_(\w*)"', page)}
    assert found == {"banner", "words", "beside"}, "a name that a page uses itself would change them"
