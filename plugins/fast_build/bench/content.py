"""The same shop for every generator: N products of about fifteen facts and 150 Chinese words each."""

import compileall
import shutil
from pathlib import Path

_WORDS = "明前采下的一芽一叶在竹匾里摊凉半日再入锅青气渐退豆香慢慢出来手势要轻火候要稳收灰半月方才装罐"
CATEGORIES = 20
HERE = Path(__file__).parent


def words(number: int, count: int = 300) -> str:
    """Return a text that is the same for the same number, in sentences of twenty characters (150 words or so)."""
    letters = [_WORDS[(number * 7 + place * (3 + number % 5)) % len(_WORDS)] for place in range(count)]
    sentences = ["".join(letters[start : start + 20]) + "。" for start in range(0, count, 20)]
    return "".join(sentences)


def product(number: int, key: str, body: str = "") -> str:
    """Return a product's file; ``key`` is what a generator calls the category.

    It has no tags and no series: each has lists of its own here. The short address of a model is an alias in Hugo.
    """
    category = f"c{number % CATEGORIES}"
    front = [
        f"title: 茶 {number}",
        f"model: M-{number}",
        f"{key}: {category if key == 'category' else f'[{category}]'}",
        f"price: {10 + number % 900}.00",
        f"list_price: {20 + number % 900}.00",
        "unit: 罐",
        "availability: in_stock",
        f"weight: {number}",
        "stock_checked: 2026-11-18",
        *([] if key == "category" else [f"aliases: [/m/m-{number}/]"]),
        f"keywords: [词{number % 50}, tea]",
        "highlights: [梅家坞同一户人家, 清明前一周采完]",
        "specs:",
        "  产地: 浙江杭州",
        f"  净含量: {number % 10 + 1}0 g",
        "  保质期: 18 个月",
        f"  系列: {number % 7}",
        "faq:",
        "- q: 会不会不鲜了？",
        "  a: 石灰缸收灰半个月，再抽氧冷藏。",
    ]
    text = words(number)
    paragraphs = (
        f"{body}{text[:110]}\n\n## 怎么喝\n\n{text[110:220]}**{text[220:230]}**\n\n- {text[230:270]}\n- {text[270:]}\n"
    )
    return "---\n" + "\n".join(front) + f"\n---\n\n{paragraphs}"


def write_our_shop(root: Path, count: int) -> Path:
    """Write a shop with the engine's own plugins and the bench's theme; return the file that an edit changes."""
    repository = HERE.parents[2]
    shutil.copytree(repository / "plugins", root / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("tasks.py", "pelicanconf.py"):
        shutil.copy(repository / name, root / name)
    compileall.compile_dir(root, quiet=2)  # Python does so once in the life of a shop
    shutil.copytree(HERE / "theme", root / "theme")
    folder = root / "content" / "products"
    folder.mkdir(parents=True)
    shop = "name: 茶庄\nsite_url: https://tea.example.com\noperator: 茶业有限公司\ntel: 0571-8700 1234\n"
    (root / "content" / "shop.yaml").write_text(shop, encoding="utf-8")
    rows = "".join(f"- {{slug: c{number}, title: 分类 {number}}}\n" for number in range(CATEGORIES))
    (folder / "categories.yaml").write_text(f"categories:\n{rows}", encoding="utf-8")
    for number in range(count):
        (folder / f"t{number}.md").write_text(product(number, "category"), encoding="utf-8")
    return folder / "t7.md"


def write_hugo_shop(root: Path, count: int, tuned: bool) -> Path:
    """Write the same shop for Hugo; return the file that an edit changes."""
    shutil.copytree(HERE / "hugo", root)
    if tuned:
        for path in (root / "layouts").rglob("*.html"):
            text = path.read_text(encoding="utf-8")
            for name in ("style.html", "nav.html", "footer.html"):
                text = text.replace(f'{{{{ partial "{name}" . }}}}', f'{{{{ partialCached "{name}" . }}}}')
            text = text.replace('{{ partial "card.html" . }}', '{{ partialCached "card.html" . .RelPermalink }}')
            path.write_text(text, encoding="utf-8")
    folder = root / "content" / "p"
    folder.mkdir(parents=True)
    (folder / "_index.md").write_text("---\ntitle: 全部产品\n---\n", encoding="utf-8")
    for number in range(CATEGORIES):
        place = root / "content" / "categories" / f"c{number}"
        place.mkdir(parents=True)
        (place / "_index.md").write_text(f"---\ntitle: 分类 {number}\n---\n", encoding="utf-8")
    for number in range(count):
        (folder / f"t{number}.md").write_text(product(number, "categories"), encoding="utf-8")
    return folder / "t7.md"
