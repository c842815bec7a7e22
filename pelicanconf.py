"""Settings of the engine: names and values only. Facts of the shop are in content/shop.yaml."""

from jinja2 import StrictUndefined

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
CACHE_PATH = ".cache"
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh"
LOCALE = ["C.UTF-8", "en_US.UTF-8", "C"]  # the same bytes on every machine
DEFAULT_DATE_FORMAT = "%Y-%m-%d"
DELETE_OUTPUT_DIRECTORY = False

PLUGINS = [
    "plugins.site",
    "plugins.products",
    "plugins.price_list",
    "plugins.search",
    "plugins.landing_pages",
    "plugins.stores",
    "plugins.forms",
]
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}

ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
IGNORE_FILES = [".*", "*.account.md"]

ARTICLE_URL = "articles/{slug}/"
ARTICLE_SAVE_AS = "articles/{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
CATEGORY_URL = "columns/{slug}/"
CATEGORY_SAVE_AS = "columns/{slug}/index.html"
DIRECT_TEMPLATES = ["articles"]
ARTICLES_SAVE_AS = "articles/index.html"
PAGINATED_TEMPLATES = {"articles": 12, "category": 12}
PAGINATION_PATTERNS = [
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
AUTHOR_SAVE_AS = ""
TAG_SAVE_AS = ""
ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = None  # plugins.site adds the feed when it knows the address of the site
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
