"""The columns of our sheet: one for every key of a product, with its Chinese name and how its cells are written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from plugins.product_import import structures
from plugins.product_import.lists import LINE, SEPARATORS, join_items, split_items
from plugins.product_import.words import CHOICES, fold, plain, read_amount, read_choice, read_day, read_number
from plugins.products.model import Product, ProductVariant

VARIANTS = "variants"
_NAMES = {
    "slug": "文件名",
    "title": "名称",
    "model": "型号",
    "category": "分类",
    "price": "价格",
    "list_price": "原价",
    "price_valid_until": "价格有效期",
    "unit": "单位",
    "availability": "供货",
    "stock_checked": "库存核对",
    "variants.name": "款式名称",
    "variants.model": "款式型号",
    "variants.price": "款式价格",
    "variants.availability": "款式供货",
    "images": "图片",
    "specs": "参数",
    "highlights": "卖点",
    "tags": "标签",
    "keywords": "关键词",
    "related": "相关产品",
    "aliases": "旧地址",
    "faq": "问答",
    "buy": "购买方式",
    "series": "系列",
    "weight": "次序",
    "status": "状态",
    "staff_notes": "店员备注",
    "body": "正文",
}
_ALSO = {
    "title": "产品名称 商品名称 品名 商品标题 标题 name productname 产品",
    "model": "货号 产品型号 商品编码 商家编码 编号 款号 sku productcode 规格型号",
    "category": "类目 产品分类 商品分类 类别 品类",
    "price": "售价 现价 单价 销售价 零售价 saleprice",
    "list_price": "市场价 划线价 吊牌价 compareatprice",
    "unit": "计量单位",
    "availability": "库存 库存状态 是否有货 stock",
    "stock_checked": "核对日期 盘点日期",
    "images": "主图 产品图片 商品图片 图片地址 image",
    "specs": "规格参数 产品参数 属性",
    "highlights": "特点 亮点",
    "keywords": "搜索词 别名",
    "related": "搭配",
    "faq": "常见问题",
    "buy": "购买链接",
    "weight": "排序 sort",
    "staff_notes": "备注 内部备注",
    "body": "详情 描述 产品描述 商品描述 说明 description",
    "slug": "网址名 handle",
    "variants.name": "规格名称 规格 款式 颜色 尺寸 variant",
    "variants.model": "规格编码 sku编码",
    "variants.price": "规格价格",
    "variants.availability": "规格库存",
}


@dataclass(frozen=True)
class Column:
    """A column of the sheet: ``key`` in a product file (``variants.price`` for a part of each variant)."""

    key: str
    name: str
    write: Callable[[Any], str]
    read: Callable[[str], Any]
    width: int = 14

    @property
    def heading(self) -> str:
        """What stands on top of it: the Chinese name and the key."""
        return f"{self.name} {self.key}" if self.name != self.key else self.key

    @property
    def of_variant(self) -> bool:
        """Tell whether it belongs to a variant rather than to the product."""
        return self.key.startswith(f"{VARIANTS}.")


def sheet_columns() -> tuple[Column, ...]:
    """Return every column in the order of the sheet; a key that the table above lacks is named after itself."""
    return tuple(_columns().values())


def column_of(key: str) -> Column | None:
    """Return the column of a key, None without one."""
    return _columns().get(key)


@cache
def spellings() -> Mapping[str, str]:
    """Return the key that each folded spelling of a heading means."""
    found: dict[str, str] = {}
    for column in sheet_columns():
        for name in (column.heading, column.key, column.name, *_ALSO.get(column.key, "").split()):
            found.setdefault(fold(name), column.key)
    return found


@cache
def _columns() -> dict[str, Column]:
    keys = [key for key in _NAMES if _is_known(key)]
    keys += [name for name in Product.model_fields if name not in _NAMES and name != VARIANTS]
    more = [f"{VARIANTS}.{name}" for name in ProductVariant.model_fields]
    keys += [key for key in more if key not in _NAMES]
    return {key: _column(key) for key in keys}


def _is_known(key: str) -> bool:
    name = key.removeprefix(f"{VARIANTS}.")
    return name in (ProductVariant if name != key else Product).model_fields


def _column(key: str) -> Column:
    name = _NAMES.get(key, key)
    last = key.rpartition(".")[2]
    if last in ("price", "list_price"):
        return Column(key, name, str, read_amount, 11)
    if last in ("price_valid_until", "stock_checked"):
        return Column(key, name, str, read_day, 13)
    if last in CHOICES:
        return Column(key, name, lambda value: CHOICES[last].get(value, value), partial(read_choice, last), 11)
    if last in _TEXTS:
        return Column(key, name, str, _TEXTS[last][0], _TEXTS[last][1])
    if last in _SHORT_LISTS:
        separators = SEPARATORS
        glue = _SHORT_LISTS[last]
        return Column(
            key,
            name,
            lambda value: join_items(value, separators, glue),
            lambda cell: split_items(cell, separators),
            24,
        )
    if last in _LINES:
        write, read = _LINES[last]
        return Column(key, name, write, read, 40)
    return _by_shape(key, name)


def _by_shape(key: str, name: str) -> Column:
    """A key that has no rule of its own here: text, or a list of texts, or names with values."""
    field = Product.model_fields.get(key)
    shape = str(field.annotation) if field else "str"
    if shape.startswith("tuple"):
        return Column(key, name, join_items, split_items, 24)
    if shape.startswith("dict"):
        return Column(key, name, structures.join_pairs, structures.split_pairs, 40)
    return Column(key, name, str, str, 18)


_TEXTS: dict[str, tuple[Callable[[str], str], int]] = {
    "weight": (read_number, 7),
    "slug": (plain, 22),
    "category": (plain, 12),
    "title": (str, 24),
    "body": (str, 60),
    "staff_notes": (str, 40),
}
_SHORT_LISTS = {"tags": "、", "keywords": "、", "related": "、", "aliases": "、", "images": LINE}
_LINES: dict[str, tuple[Callable[[Any], str], Callable[[str], Any]]] = {
    "specs": (structures.join_pairs, structures.split_pairs),
    "faq": (structures.join_questions, structures.split_questions),
    "buy": (structures.join_links, structures.split_links),
    "highlights": (join_items, split_items),
}
