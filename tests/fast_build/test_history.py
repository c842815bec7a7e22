"""The law of the incremental build: whatever was edited in whatever order, it gives what a clean build gives."""

import os
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, rule
from PIL import Image

from plugins.fast_build import workers
from tests.conftest import NOW, product_text
from tests.fast_build.shop import Shop, set_time

SLUGS = ("longjing", "gaiwan", "new-one", "new-two")
CATEGORIES = ("tea", "green", "ware", "none")
DAYS = ("2026-11-01", "2026-11-22", "2026-11-23", "2027-01-01")
TEMPLATES = (
    "base.html",
    "product.html",
    "article.html",
    "articles.html",
    "partials/product_card.html",
    "partials/price.html",
    "partials/bottom_nav.html",
    "macros/icon.html",
)
EVERYWHERE = "{% for each in site.catalog.products %}{{ each.highlights|join }}{{ each.faq|length }}{% endfor %}"
COMMON = "name: {}\nsite_url: https://shop.example.com\noperator: 小店有限公司\n"
slugs = st.sampled_from(SLUGS)
numbers = st.integers(0, 3)


class History(RuleBasedStateMachine):
    """Edits, builds, kills and clock changes in any order."""

    moments = Bundle("moments")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.shop = Shop(Path(self.folder.name))
        self.fewest = workers.FEWEST
        self.epoch = int(NOW.timestamp())
        set_time(self.epoch)
        self.built = False

    @initialize(fewest=st.sampled_from((1, 10**6)))
    def choose_workers(self, fewest: int) -> None:
        workers.FEWEST = fewest

    def teardown(self) -> None:
        workers.FEWEST = self.fewest
        set_time(int(NOW.timestamp()))
        self.folder.cleanup()

    @rule(
        slug=slugs,
        category=st.sampled_from(CATEGORIES[:3]),
        price=numbers,
        until=st.sampled_from(("", *DAYS)),
        keys=st.fixed_dictionaries(
            {},
            optional={
                "tags": st.sampled_from(("[新茶]", "[送礼]")),
                "availability": st.sampled_from(("out_of_stock", "preorder")),
                "related": st.sampled_from(("[gaiwan]", "[longjing, gaiwan]")),
                "images": st.sampled_from(("[a.jpg]", "[b.jpg]")),
                "status": st.sampled_from(("draft", "hidden")),
                "weight": st.sampled_from(("1", "-5")),
                "staff_notes": st.just("内部"),
            },
        ),
        body=st.sampled_from(("好茶。", "看[盖碗](product:gaiwan)。", "![图](a.jpg)", "[新](product:new-one)", "")),
    )
    def write_product(self, slug: str, category: str, price: int, until: str, keys: dict[str, str], body: str) -> None:
        known = {"price": f"{price}00.00", "price_valid_until": until} | keys
        self.shop.write(f"products/{slug}.md", product_text(f"{slug} {price}", slug.upper(), category, body, **known))

    @rule(
        slug=slugs,
        body=st.sampled_from(("改过。", "看[盖碗](product:gaiwan)。", "![图](b.jpg)", "[没有](product:none)")),
        own=st.sampled_from(
            ("", "highlights: [好]\n", "faq: [{q: 问, a: 答}]\n", "staff_notes: 密\n", "unit: 罐\n", "tags: [新茶]\n")
        ),
    )
    def edit_text_between_builds(self, slug: str, body: str, own: str) -> None:
        self.build()
        path = self.shop.content / f"products/{slug}.md"
        if path.exists():
            front = path.read_text(encoding="utf-8").split("---\n")[1]
            lines = [line for line in front.splitlines() if line.split(":")[0] != own.split(":")[0]]
            path.write_text("---\n" + "\n".join(lines) + f"\n{own}---\n{body}\n", encoding="utf-8")
        self.build()

    @rule(slug=slugs)
    def delete_product(self, slug: str) -> None:
        (self.shop.content / f"products/{slug}.md").unlink(missing_ok=True)

    @rule(slug=slugs, new=slugs)
    def rename_product(self, slug: str, new: str) -> None:
        path = self.shop.content / f"products/{slug}.md"
        if path.exists():
            path.rename(path.with_name(f"{new}.md"))

    @rule(slug=slugs, wrong=st.sampled_from(("price: 很贵\n", "colour: red\n", "title: [\n")))
    def break_product(self, slug: str, wrong: str) -> None:
        self.shop.write(f"products/{slug}.md", f"---\ntitle: 坏\nmodel: B\ncategory: tea\n{wrong}---\n")

    @rule(number=numbers, category=st.sampled_from(("茶事", "店里的事")), cover=st.sampled_from(("", "a.jpg", "b.jpg")))
    def write_article(self, number: int, category: str, cover: str) -> None:
        front = f"title: 文章 {number}\ndate: 2026-11-0{number + 1} 09:30\ncategory: {category}\ncover: {cover}\n"
        text = f"---\n{front}products: [longjing]\n---\n第 {number} 段。\n"
        self.shop.write(f"articles/a{number % 2}.md", text)

    @rule(body=numbers)
    def write_hello(self, body: int) -> None:
        front = "title: 你好\ndate: 2026-11-01 09:30\ncategory: 茶事\n"
        self.shop.write("articles/hello.md", f"---\n{front}---\n第 {body} 段。\n")

    @rule(start=st.sampled_from(DAYS[:2]), end=st.sampled_from(DAYS[2:]), goal=st.sampled_from(("call", "buy")))
    def write_landing(self, start: str, end: str, goal: str) -> None:
        front = f"title: 开春\nstarts_at: {start}\nends_at: {end}\ngoal: {goal}\nproducts: [longjing]\n"
        self.shop.write("landing_pages/spring.md", f"---\n{front}---\n来。\n")

    @rule(name=st.sampled_from(("小店", "大店")), extra=st.sampled_from(("", "badges: [新茶]\n", "tel: 0571-1\n")))
    def write_shop(self, name: str, extra: str) -> None:
        shelf = "shelves: [{title: 新, tag: 新茶}]\n" if extra else ""
        self.shop.write("shop.yaml", COMMON.format(name) + extra + shelf)

    @rule(title=st.sampled_from(("茶", "好茶")), more=st.booleans())
    def write_categories(self, title: str, more: bool) -> None:
        text = f"categories:\n- slug: ware\n  title: 器\n- slug: tea\n  title: {title}\n  children:\n"
        text += "  - {slug: green, title: 绿茶}\n" + ("- {slug: none, title: 空, image: a.jpg}\n" if more else "")
        self.shop.write("products/categories.yaml", text)

    @rule(there=st.booleans(), name=st.sampled_from(("一店", "二店")))
    def write_stores(self, there: bool, name: str) -> None:
        row = f"- {{slug: one, name: {name}, city: 杭州, address: 路 1 号}}\n"
        self.shop.write("stores.yaml", f"stores:\n{row}" if there else "stores: []\n")

    @rule(name=st.sampled_from(("a.jpg", "b.jpg")), shade=numbers)
    def write_picture(self, name: str, shade: int) -> None:
        Image.new("RGB", (500, 400), (shade * 60, 90, 90)).save(self.shop.content / "images" / name)

    @rule(name=st.sampled_from(("a.jpg", "b.jpg")))
    def delete_picture(self, name: str) -> None:
        (self.shop.content / "images" / name).unlink(missing_ok=True)

    @rule(
        name=st.sampled_from(TEMPLATES), text=st.sampled_from(("", "<!-- {{ SITENAME }} -->", "<!-- 2 -->", EVERYWHERE))
    )
    def edit_template(self, name: str, text: str) -> None:
        path = self.shop.root / "theme/templates" / name
        kept = path.read_text(encoding="utf-8").split("{# end #}")[0]
        path.write_text(kept + "{# end #}" + ("" if name == "macros/icon.html" else text), encoding="utf-8")

    @rule(px=numbers, name=st.sampled_from(("base", "price")))
    def edit_style(self, px: int, name: str) -> None:
        path = self.shop.root / f"theme/static/css/{name}.css"
        kept = path.read_text(encoding="utf-8").split(".end{")[0]
        path.write_text(f"{kept}.end{{margin:{px}px}}", encoding="utf-8")

    @rule(per_page=st.sampled_from((1, 12)))
    def edit_settings(self, per_page: int) -> None:
        path = self.shop.root / "pelicanconf.py"
        kept = path.read_text(encoding="utf-8").split("# end\n")[0]
        more = f'PAGINATED_TEMPLATES = {{"articles": {per_page}, "category": {per_page}}}\n'
        path.write_text(f"{kept}# end\n{more}", encoding="utf-8")

    @rule(seconds=st.sampled_from((1, 3600, 14 * 3600, 86_400, 20 * 86_400, -86_400)))
    def pass_time(self, seconds: int) -> None:
        self.epoch += seconds
        set_time(self.epoch)

    @rule(target=moments)
    def remember(self) -> Path:
        place = Path(tempfile.mkdtemp(dir=self.folder.name, prefix="moment"))
        shutil.copytree(self.shop.content, place / "content")
        return place

    @rule(moment=moments)
    def go_back(self, moment: Path) -> None:
        """As a checkout of another branch does, with times kept."""
        shutil.rmtree(self.shop.content)
        shutil.copytree(moment / "content", self.shop.content)

    @rule(place=st.sampled_from(range(0, 97, 3)), text=st.sampled_from(("", "not ours")))
    def spoil_output(self, place: int, text: str) -> None:
        files = sorted(path for path in (self.shop.root / "output").rglob("*") if path.is_file())
        if files and text:
            files[place % len(files)].write_text(text, encoding="utf-8")
        elif files:
            files[place % len(files)].unlink()

    @rule(damage=st.sampled_from(("gone", "noise", "empty")))
    def spoil_cache(self, damage: str) -> None:
        path = self.shop.store.path
        if damage == "gone":
            path.unlink(missing_ok=True)
        elif path.exists():
            path.write_bytes(b"noise" * 999 if damage == "noise" else b"")

    @rule(ms=st.integers(20, 400))
    def kill_a_build(self, ms: int) -> None:
        child = os.fork()
        if not child:
            try:
                os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
                self.shop.build()
            finally:
                os._exit(0)
        time.sleep(ms / 1000)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)

    @rule()
    def build(self) -> None:
        failed, failed_clean = self.shop.build(), self.shop.build_clean()
        assert failed == failed_clean
        if not failed:
            assert self.shop.tree() == self.shop.tree("clean")

    @rule()
    def build_twice(self) -> None:
        if not self.shop.build():
            before = self.shop.stamps()
            assert self.shop.build() == ""
            assert self.shop.stamps() == before


@pytest.fixture(autouse=True, scope="module")
def _no_bytecode() -> None:
    sys.dont_write_bytecode = True  # Python takes two settings files of one second and one size for the same


LONG = bool(os.environ.get("LONG_HISTORIES"))
History.TestCase.settings = settings(
    max_examples=60 if LONG else 8,
    stateful_step_count=25 if LONG else 14,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestHistory = pytest.mark.slow(History.TestCase)
