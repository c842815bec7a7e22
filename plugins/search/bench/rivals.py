"""Two other engines over the same products, from a node_modules folder that holds ``minisearch`` and ``pagefind``."""

import gzip
import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from plugins.products.model import Product
from plugins.search.bench.engine import Engine

_PAGEFIND = """
import { createIndex } from PATH;
import { readFileSync } from "node:fs";
const { index } = await createIndex({ forceLanguage: "zh" });
for (const [slug, title, text] of JSON.parse(readFileSync(0, "utf8")))
  await index.addCustomRecord({ url: "/" + slug, content: title + " " + text, language: "zh", meta: { title } });
await index.writeFiles({ outputPath: "pagefind" });
process.exit(0);
"""
_MINISEARCH = """async () => {
    const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
    const words = text => [...segmenter.segment(text)].filter(each => each.isWordLike).map(each => each.segment);
    const index = new MiniSearch({ fields: ["title", "text"], tokenize: words, searchOptions: {
        tokenize: words, prefix: true, fuzzy: 0.2, combineWith: "AND", boost: { title: 2 } } });
    index.addAll((await (await fetch("/rows.json")).json()).map(([id, title, text]) => ({ id, title, text })));
    window.indexed = JSON.stringify(index).length;
    return index;
}"""


def minisearch(modules: Path, products: Sequence[Product]) -> Engine:
    """Return MiniSearch with the browser's own word segmenter, prefixes and typing errors allowed."""
    script = (modules / "minisearch/dist/umd/index.js").read_bytes()
    files = {"minisearch.js": script, "rows.json": json.dumps(_rows(products), ensure_ascii=False).encode("utf-8")}
    ask = "(index, query) => index.search(query).map(each => each.id)"
    return Engine(files, ("minisearch.js",), _MINISEARCH, ask)


def pagefind(modules: Path, products: Sequence[Product]) -> Engine:
    """Return Pagefind as its own program indexes the products."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "index.mjs"
        script.write_text(
            _PAGEFIND.replace("PATH", json.dumps(str(modules / "pagefind/lib/index.js"))), encoding="utf-8"
        )
        rows = json.dumps(_rows(products), ensure_ascii=False)
        subprocess.run(["node", str(script)], cwd=folder, input=rows, text=True, check=True, capture_output=True)
        made = Path(folder) / "pagefind"
        files = {f"pagefind/{path.relative_to(made)}": path.read_bytes() for path in made.rglob("*") if path.is_file()}
    prepare = 'async () => { const engine = await import("/pagefind/pagefind.js"); await engine.init(); return engine }'
    ask = """async (engine, query) => { const found = await engine.search(query);
        const facts = await Promise.all(found.results.map(each => each.data()));
        return facts.map(each => each.url.replace(/^\\/+|\\/+$/g, "")) }"""
    return Engine(files, (), prepare, ask)


def weight(files: Sequence[bytes]) -> int:
    """Return the compressed size of files, in bytes."""
    return sum(len(gzip.compress(each, 6)) for each in files)


def _rows(products: Sequence[Product]) -> list[tuple[str, str, str]]:
    """Return slug, title, and all other words of each product: the same that our own index holds."""
    return [
        (each.slug, each.title, " ".join([each.model, *each.keywords, *each.tags, *each.specs.values()]))
        for each in products
    ]
