"""The search page while somebody types: little is looked at, little is drawn, and nothing is fetched before a pause."""

from playwright.sync_api import Browser, expect

from plugins.sample_shop.large_catalogue import large_site
from plugins.search.bench.engine import Engine, answers, our_engine
from plugins.search.bench.judge import read_queries
from tests.browser.conftest import Open

AT_ONCE = 6
_FORGET = "[all.hay, ...all.spelt].forEach(hay => hay.held.clear()); all.mixed = null"
_TYPED = f"""(all, query) => {{
    const found = text => wz.catalogue.find(all, text).entries.map(each => each.slug);
    {_FORGET};
    const once = found(query);
    {_FORGET};
    let typed = [];
    for (let length = 1; length <= query.length; length++) typed = found(query.slice(0, length));
    return [once.length, once.join() === typed.join()];
}}"""
_LOOKED_AT = """(all, word) => {
    const shorter = new Set(wz.catalogue.find(all, word.slice(0, -1)).entries.map(each => each.number));
    const starts = all.hay.starts, looked = new Set();
    all.hay.starts = new Proxy(starts, { get: (of, name) => { looked.add(+name); return Reflect.get(of, name) } });
    const found = wz.catalogue.find(all, word).entries.length;
    all.hay.starts = starts;
    const beyond = [...looked].filter(number => number >= 0 && !shorter.has(number) && !shorter.has(number - 1));
    return [found, shorter.size, beyond.length];
}"""


def _asked(site: object, ask: str) -> Engine:
    engine = our_engine(site)  # type: ignore[arg-type]
    return Engine(engine.files, engine.scripts, engine.prepare, ask)


def test_typing_finds_what_asking_at_once_finds(chromium: Browser) -> None:
    site = large_site(1000)
    queries = [query.text for query in read_queries(site.catalog.products)]
    found = answers(chromium, _asked(site, _TYPED), queries).hits
    assert {query for query, (_, same) in found.items() if not same} == set()
    assert sum(1 for count, _ in found.values() if count) > 150


def test_a_longer_word_is_looked_for_where_the_shorter_one_was(chromium: Browser) -> None:
    words = ["冰箱", "热水", "BCD1", "60升", "静音"]
    found = answers(chromium, _asked(large_site(1000), _LOOKED_AT), words).hits
    for word, (count, shorter, beyond) in found.items():
        assert 0 < int(count) <= int(shorter) < 1000, word
        assert beyond == 0, word


def test_slugs_that_are_not_sent_are_made_out_on_the_phone(chromium: Browser) -> None:
    site = large_site(0)
    products = large_site(6).catalog.products
    given = [
        ("慢火 乌龙（陈）茶 50g", "A-1", "man-huo-wu-long-chen-cha-50g"),
        ("慢火 乌龙（陈）茶 50g", "A-2", "man-huo-wu-long-chen-cha-50g-2"),
        ("Green Tea", "A-3", "green-tea"),
        ("ＡＢ茶", "Ａ／４", "a-4"),
        ("银行", "A-5", "by-hand-5"),
        ("行走", "A-6", "xing-zou"),
    ]
    named = [
        each.model_copy(update={"title": title, "model": model, "slug": slug, "images": ()})
        for each, (title, model, slug) in zip(products, given, strict=True)
    ]
    categories = {"categories": large_site(1).catalog.categories, "products": tuple(named)}
    site = type(site)(**{**vars(site), "catalog": site.catalog.model_copy(update=categories)})
    engine = _asked(site, "all => all.entries.map(each => each.slug)")
    assert answers(chromium, engine, ["?"]).hits["?"] == [slug for _, _, slug in given]
    sent = engine.files["search/products.json"].decode("utf-8")
    assert [slug for _, _, slug in given if slug in sent] == ["by-hand-5", "xing-zou"]


def test_a_key_draws_few_rows_and_fetches_nothing(open_page: Open) -> None:
    with open_page("/search/") as visit:
        page = visit.page
        page.evaluate("() => wz.find('[data-search]').dispatchEvent(new Event('focusin'))")
        page.wait_for_function("() => wz.texts")
        page.clock.install()
        page.clock.pause_at("2026-11-23T10:00:00+08:00")
        rows = page.locator("[data-search-results] .wz-row")
        page.fill("#q", "l")
        expect(rows).to_have_count(AT_ONCE)
        assert page.evaluate("[...document.querySelectorAll('.wz-row img')].filter(each => each.src).length") == 0
        page.evaluate("document.querySelector('.wz-row a[href*=longjing-mingqian]').dataset.kept = 'yes'")
        page.fill("#q", "lj")
        expect(page.locator(".wz-row a[data-kept]")).to_have_count(1)
        assert "q=" not in page.url
        page.clock.run_for(1000)
        expect(page.locator(".wz-row img[src]").first).to_be_attached()
        assert page.url.endswith("#q=lj")
        assert page.locator("[data-search-results] li").count() <= 25


def test_the_index_is_asked_for_together_with_its_script(open_page: Open) -> None:
    with open_page("/search/") as visit:
        asked: list[str] = []
        visit.page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
        visit.page.focus("#q")
        visit.page.wait_for_function("() => wz.texts")
        assert [name.split(".")[0] for name in asked][:3] == ["catalogue", "search", "products"]
        visit.page.fill("#q", "龙井")
        expect(visit.page.locator(".wz-row").first).to_be_visible()
        assert asked.count("products.json") == 1
