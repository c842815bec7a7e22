"""A catalogue of household appliances as large as one likes, always the same: for benches and for tests of size.

Every product's facts are in its specs (品牌, 类型, …), so that what a search should find can be told without searching.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import cycle, islice, product
from pathlib import Path
from random import Random

from plugins.images import Picture
from plugins.products.model import Catalog, Product, ProductCategory
from plugins.shared.files import digest
from plugins.shared.pinyin import spell
from plugins.shared.validation import SHANGHAI
from plugins.site.references import References
from plugins.site.shop import Shop
from plugins.site.site import Site

BRANDS = {
    "沐森": "MS", "云栖": "YQ", "格朗": "GL", "松果": "SG", "九峰": "JF", "康诺": "KN", "星野": "XY", "博立": "BL",
    "海岚": "HL", "青禾": "QH", "一方": "YF", "德润": "DR",
}  # fmt: skip
"""Brand and the letters its models begin with; none exists."""

KINDS: dict[str, dict[str, tuple[str, str, str, tuple[str, ...]]]] = {
    "大家电": {
        "冰箱": ("BCD", "升", "186 215 318 452 526", ("双开门", "十字对开门", "三门", "风冷无霜")),
        "洗衣机": ("XQ", "公斤", "3 8 10 12", ("滚筒", "波轮", "洗烘一体", "迷你")),
        "空调": ("KF", "匹", "1 1.5 2 3", ("壁挂", "柜机", "变频", "新风")),
        "电视机": ("TV", "英寸", "43 55 65 75 85", ("4K", "MiniLED", "护眼", "艺术画框")),
        "电热水器": ("DR", "升", "40 50 60 80", ("一级能效", "速热", "扁桶", "储水式")),
        "燃气热水器": ("RQ", "升", "12 13 16 18", ("恒温", "零冷水", "防冻", "低水压")),
        "空气能热水器": ("KN", "升", "150 200 260", ("一级能效", "分体", "低温启动")),
        "冰柜": ("BD", "升", "100 145 203 300", ("卧式", "立式", "冷藏冷冻")),
    },
    "厨房电器": {
        "电饭煲": ("FB", "升", "1.6 3 4 5", ("IH", "低糖", "球釜", "预约")),
        "电磁炉": ("CL", "瓦", "1800 2100 2200", ("双灶", "嵌入式", "薄型")),
        "微波炉": ("WB", "升", "20 23 25", ("变频", "烧烤", "平板")),
        "电热水壶": ("SH", "升", "1 1.5 1.7", ("304不锈钢", "玻璃", "恒温")),
        "破壁机": ("PB", "升", "1.2 1.5 1.75", ("静音", "加热", "免手洗")),
        "空气炸锅": ("ZG", "升", "3.5 5 6", ("可视", "双热源", "免翻面")),
        "油烟机": ("YY", "立方", "20 23 26", ("侧吸", "顶吸", "自清洁")),
        "燃气灶": ("RZ", "千瓦", "4.5 5.0 5.2", ("双灶", "防干烧", "嵌入式")),
        "洗碗机": ("XW", "套", "6 8 13 16", ("台式", "嵌入式", "热风烘干")),
        "电烤箱": ("KX", "升", "25 32 40", ("搪瓷", "蒸烤一体", "上下独立控温")),
    },
    "生活电器": {
        "吸尘器": ("XC", "瓦", "400 600 800", ("无线", "手持", "除螨")),
        "扫地机器人": ("SD", "帕", "4000 6000 8000", ("自集尘", "激光导航", "扫拖一体")),
        "空气净化器": ("JH", "平米", "30 45 60", ("除甲醛", "静音", "除菌")),
        "加湿器": ("JS", "升", "4 5 6", ("无雾", "静音", "香薰")),
        "除湿机": ("CS", "升", "12 20 30", ("静音", "干衣", "变频")),
        "电风扇": ("FS", "叶", "5 7 9", ("落地", "循环", "塔扇")),
        "取暖器": ("QN", "瓦", "1500 2000 2200", ("油汀", "暖风机", "踢脚线")),
        "吹风机": ("CF", "瓦", "1200 1600 1800", ("负离子", "折叠", "高速")),
        "净水器": ("JS", "加仑", "400 600 800", ("反渗透", "超滤", "厨下式")),
        "饮水机": ("YS", "升", "2 3 5", ("即热", "下置水桶", "管线机")),
    },
}  # fmt: skip
"""Category to kind to: letters of its models, unit of its size, sizes, features."""

SYNONYMS = (
    ("冰箱", "雪柜", "电冰箱"), ("电饭煲", "电饭锅", "饭煲"), ("吹风机", "风筒", "电吹风"),
    ("热水壶", "烧水壶", "电水壶"), ("取暖器", "电暖器", "电暖气"), ("油烟机", "抽油烟机", "吸油烟机"),
    ("电视机", "彩电", "电视"), ("扫地机器人", "扫地机"),
    ("微波炉", "微波爐"), ("破壁机", "豆浆机", "料理机"), ("电风扇", "风扇", "电扇"), ("净水器", "净水机", "直饮机"),
    ("升", "l"), ("公斤", "kg"), ("英寸", "寸"), ("匹", "p"),
)  # fmt: skip

_COLOURS = ("白", "曜石黑", "雾灰", "奶油色", "银")
_TAGS = ("新品", "热卖", "节能", "以旧换新", "租房", "送礼", "静音", "大容量", "小户型", "样机")


def large_catalogue(count: int) -> Catalog:
    """Return a catalogue of ``count`` products."""
    categories = tuple(
        ProductCategory(
            slug=_slug(name),
            title=name,
            children=tuple(ProductCategory(slug=_slug(kind), title=kind) for kind in kinds),
        )
        for name, kinds in KINDS.items()
    )
    order = {each.slug: place for place, each in enumerate(Catalog(categories=categories, products=()).all_categories)}
    products = sorted(islice(_products(), count), key=lambda each: (order[each.category], each.slug))
    return Catalog(categories=categories, products=tuple(products))


def large_site(count: int) -> Site:
    """Return a site that shows the catalogue and nothing else, as if every product had a picture of its own."""
    catalog = large_catalogue(count)
    pictures = {
        name: Picture(name, 1200, 1200, digest(name.encode())) for each in catalog.products for name in each.images
    }
    shop = Shop.model_validate(
        {"name": "大家电器", "site_url": "https://big.example.com", "operator": "大家电器有限公司", "badges": ["新品"]}
    )
    now = datetime(2026, 11, 22, 10, 0, tzinfo=SHANGHAI)
    return Site(shop, catalog, (), (), (), (), (), pictures, References({}), {}, now, synonyms=SYNONYMS)


def write_large_shop(content: Path, count: int) -> None:
    """Write the catalogue as the content/ folder of a shop, every product with the same picture."""
    from PIL import Image

    catalog = large_catalogue(count)
    (content / "products").mkdir(parents=True)
    (content / "images").mkdir()
    Image.new("RGB", (800, 800), (170, 180, 190)).save(content / "images" / "ware.jpg")
    shop = "name: 大家电器\nsite_url: https://big.example.com\noperator: 大家电器有限公司\ntel: 0571-1234 5678\n"
    (content / "shop.yaml").write_text(shop, encoding="utf-8")
    rows = "".join(
        f"- slug: {each.slug}\n  title: {each.title}\n  children:\n"
        + "".join(f"  - {{slug: {child.slug}, title: {child.title}}}\n" for child in each.children)
        for each in catalog.categories
    )
    (content / "products/categories.yaml").write_text(f"categories:\n{rows}", encoding="utf-8")
    groups = "".join(f"- [{', '.join(group)}]\n" for group in SYNONYMS)
    (content / "synonyms.yaml").write_text(f"groups:\n{groups}", encoding="utf-8")
    for each in catalog.products:
        (content / f"products/{each.slug}.md").write_text(_file(each), encoding="utf-8")


def _products() -> Iterator[Product]:
    """Yield products without end: every kind in turn, so that a small catalogue has some of each."""
    random = Random(20261122)
    kinds = [(kind, *facts) for group in KINDS.values() for kind, facts in group.items()]
    choices = {
        kind: cycle(random.sample(found := list(product(BRANDS, sizes.split(), features, _COLOURS)), len(found)))
        for kind, _, _, sizes, features in kinds
    }
    for number, (kind, letters, unit, _, _) in enumerate(cycle(kinds)):
        brand, size, feature, colour = next(choices[kind])
        model = f"{BRANDS[brand]}-{letters}{size.replace('.', '')}{'ABCDEF'[number % 6]}{number % 97:02d}"
        again = number // (len(kinds) * 97)
        model += f"-{again}" if again else ""
        tags = tuple(random.sample(_TAGS, 2))
        yield Product(
            slug=_slug(model),
            title=f"{brand} {feature} {size}{unit} {kind}",
            model=model,
            category=_slug(kind),
            price=random.randrange(99, 9999) * 100,
            unit="台",
            availability=random.choice(("in_stock",) * 8 + ("out_of_stock", "preorder")),
            images=(f"products/{_slug(model)}.jpg",),
            tags=tags,
            specs={
                "品牌": brand,
                "类型": kind,
                "规格": f"{size} {unit}",
                "特点": feature,
                "颜色": colour,
                "能效": f"{number % 5 + 1} 级",
            },
            highlights=(f"{feature}，{size}{unit}", "全国联保"),
        )


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", "".join(spell(text)).lower()).strip("-")


def _file(each: Product) -> str:
    price = f"{(each.price or 0) // 100}.00"
    lines = [f"title: {each.title}", f"model: {each.model}", f"category: {each.category}", f"price: {price}"]
    lines += [f"unit: {each.unit}", f"availability: {each.availability}", "images: [ware.jpg]"]
    lines += [
        f"tags: [{', '.join(each.tags)}]",
        "specs:",
        *(f"  {name}: {value}" for name, value in each.specs.items()),
    ]
    lines += ["highlights:", *(f"- {text}" for text in each.highlights)]
    return "---\n" + "\n".join(lines) + "\n---\n\n" + f"{each.title}，{each.model}。\n"
