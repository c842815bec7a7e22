"""A sheet, a folder of pictures and the content that is there, to a Plan."""

from pathlib import Path

from plugins.product_import.categories import CategoryNames, with_categories
from plugins.product_import.entry import CellReader, Entry, read_entry
from plugins.product_import.existing import OnStep, no_steps, read_existing
from plugins.product_import.html_text import html_text
from plugins.product_import.mapping import SheetMapping
from plugins.product_import.model import FileChange, Plan
from plugins.product_import.picture_cells import PictureCells
from plugins.product_import.pictures import PictureFolder
from plugins.product_import.plan import Decided, decide
from plugins.product_import.read_sheet import Table, read_table
from plugins.product_import.rows import group_rows, read_rows
from plugins.products.model import Catalog
from plugins.products.reader import read_categories
from plugins.shared.errors import ContentProblems, UsageProblem
from plugins.shared.files import digest
from plugins.shared.front_matter import read_document
from plugins.shared.language import say


def plan_import(
    content: Path,
    path: Path,
    images: Path | None = None,
    mapping: SheetMapping | None = None,
    on_step: OnStep = no_steps,
) -> Plan:
    """Return what importing a sheet would write. Nothing is written.

    Raises:
        SheetRefused: the file is no sheet of products.
        UsageProblem: the file or the folder does not exist.
        ContentProblems: product files that are there cannot be read.
    """
    if images is not None and not images.is_dir():
        raise UsageProblem(say(f"没有文件夹 {images}。", f"there is no folder {images}."))
    on_step(say("读表格", "Reading"), 0, 1)
    table = read_table(path, mapping)
    entries = _entries(table, on_step)
    existing = read_existing(content)
    tree, problems = read_categories(content)
    if problems:
        raise ContentProblems(problems)
    categories = CategoryNames(Catalog(categories=tree, products=()).all_categories)
    lenient = table.mapping.lenient
    pictures = PictureCells(content / "images", PictureFolder(images) if images else None, lenient)
    decided = decide(entries, existing, categories, pictures, lenient, on_step)
    return _plan(content, path.name, table, decided, categories, pictures)


def _entries(table: Table, on_step: OnStep) -> list[Entry]:
    groups = group_rows(read_rows(table.sheet, table.headings, table.mapping), table.mapping)
    entries, reader = [], CellReader(table.mapping, html_text)
    for number, rows in enumerate(groups, start=1):
        entries.append(read_entry(rows, table.headings, reader))
        on_step(say("读表格", "Reading"), number, len(groups))
    return entries


def _plan(
    content: Path, name: str, table: Table, decided: list[Decided], categories: CategoryNames, pictures: PictureCells
) -> Plan:
    good = [each for each in decided if each.is_good]
    notes = [(each.entry.row, note) for each in decided for note in each.entry.notes]
    if pictures.by_order:
        notes.insert(0, (0, say("图片按顺序对应产品，请核对", "pictures were matched by order; please check")))
    used = {each.product.category for each in good if each.product}
    new = {slug: title for slug, title in categories.new.items() if slug in used}
    return Plan(
        sheet=name,
        total=len(decided),
        left_out=len(decided) - len(good),
        changes=tuple(each.change for each in good if each.change),
        copies=tuple(copy for each in good for copy in each.copies),
        categories=_categories(content, new) if new else None,
        new_categories=tuple(new.values()),
        problems=tuple(sorted(problem for each in decided for problem in each.entry.problems)),
        notes=tuple(notes),
        unread=tuple(each.text for each in table.headings.columns if not each.key),
    )


def _categories(content: Path, new: dict[str, str]) -> FileChange:
    path = content / "products/categories.yaml"
    document, problems = read_document(content, path)
    try:
        text = with_categories(document, new)
    except (ValueError, KeyError, StopIteration):
        hint = say("这里加不进新分类，请先手工写上：", "new categories cannot be added here; write them first: ")
        raise UsageProblem(f"{document.path}: {hint}{'、'.join(new.values())}") from ContentProblems(problems)
    return FileChange(document.path, text.encode("utf-8"), digest(document.source.encode("utf-8")), 0, "")
