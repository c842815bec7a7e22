"""docs/content.md names every key that a content file may have."""

import re
from pathlib import Path

import pytest

from plugins.articles.model import Article, Page, QuestionGroup, Source
from plugins.beacon import Beacon
from plugins.channels.model import Channel
from plugins.english.content import ArticleText, LandingText, PageText, ProductText
from plugins.forms import Form, FormField
from plugins.images.settings import PictureSettings
from plugins.landing_pages.model import Coupon, LandingPage, Offer, Step, Waiver
from plugins.product_import.columns import sheet_columns
from plugins.product_import.mapping import SheetMapping
from plugins.products.model import BuyLink, Product, ProductCategory, ProductVariant, Question
from plugins.shared.validation import ContentModel
from plugins.site.shop import Colours, Shelf, Shop
from plugins.stores.model import Store

TEXT = (Path(__file__).parents[1] / "docs/content.md").read_text(encoding="utf-8")
MODELS = [Article, Beacon, BuyLink, Channel, Colours, Coupon, LandingPage, Page, Product, ProductCategory]
MODELS += [Form, FormField, Offer, ProductVariant, Question, QuestionGroup, Shelf, Shop, Source, Step, Store, Waiver]
MODELS += [PictureSettings, ArticleText, LandingText, PageText, ProductText]
FROM_THE_FILE = {"slug", "body"}


@pytest.mark.parametrize("model", MODELS)
def test_every_key_is_documented(model: type[ContentModel]) -> None:
    words = set(re.findall(r"[a-z_]+", TEXT))
    assert set(model.model_fields) - FROM_THE_FILE <= words


def test_every_column_of_the_spreadsheet_is_documented() -> None:
    table = TEXT[TEXT.index("## 用表格管理产品") : TEXT.index("## images/")]
    for column in sheet_columns():
        assert f"{column.heading}" in table.replace("**", ""), column.heading


def test_every_part_of_a_mapping_is_documented() -> None:
    readme = (Path(__file__).parents[1] / "plugins/product_import/README.md").read_text(encoding="utf-8")
    assert set(SheetMapping.model_fields) <= set(re.findall(r"[a-z_]+", readme))
