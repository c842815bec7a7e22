"""What is wrong with an article's file, where, and what to write instead."""

import re

from plugins.article_sync.convert.blocks import Block, Blocks, Directive
from plugins.article_sync.convert.map_blocks import each_link, map_blocks
from plugins.article_sync.identity import ID
from plugins.article_sync.model import LocalArticle
from plugins.article_sync.settings import SyncSettings
from plugins.shared.errors import Problem
from plugins.shared.front_matter import Document
from plugins.shared.language import say
from plugins.shared.markdown import as_typed
from plugins.shared.validation import SLUG

AUTHOR_LIMIT = 16
CONTENT_LIMIT_BYTES = 1_000_000
_LIMITS = {"title": 32, "author": AUTHOR_LIMIT, "digest": 120}
"""https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html"""


def unusable(document: Document, article: LocalArticle) -> list[Problem]:
    """Return what makes a file no article at all."""
    wrong = []
    if not article.title:
        text = say("没有标题。请写一行“title: …”。", "no title. Add a line 'title: ...'.")
        wrong.append(Problem(document.path, document.line_of(("title",)), text))
    if article.id and not ID.fullmatch(article.id):
        zh = f"id “{article.id}”不是工具写的。请删掉这一行。"
        text = say(zh, f'id "{article.id}" was not written by the tool. Remove the line.')
        wrong.append(Problem(document.path, document.line_of(("id",)), text))
    if not re.fullmatch(SLUG, article.slug):
        zh = f"文件名“{article.slug}”不能做网址。请改成小写字母、数字和短横线，例如 longjing-2026.md。"
        en = f'the file name "{article.slug}" is no address. Write small letters, digits, hyphens: longjing-2026.md.'
        wrong.append(Problem(document.path, 1, say(zh, en)))
    if line := _merge_mark(document.source):
        zh = "git 合并时的冲突还没处理完。请留下要的文字，删掉 <<<<<<<、=======、>>>>>>> 三行，再 git commit。"
        en = "a git merge left its marks. Keep the text you want, remove the lines <<<<<<< ======= >>>>>>>, commit."
        wrong.append(Problem(document.path, line, say(zh, en)))
    return wrong


def _merge_mark(source: str) -> int:
    """Return the line where an unfinished merge begins, 0 for none."""
    lines = source.split("\n")
    begins = next((number for number, line in enumerate(lines, start=1) if line.startswith("<<<<<<< ")), 0)
    return begins if any(line.startswith(">>>>>>> ") for line in lines[begins:]) else 0


def too_long(document: Document, article: LocalArticle) -> list[Problem]:
    """Return the fields that the account would not take."""
    wrong = []
    for key, limit in _LIMITS.items():
        length = len(getattr(article, key))
        if length > limit:
            zh = f"{key} 有 {length} 个字，公众号接口最多 {limit} 个。请改短。"
            text = say(zh, f"{key} has {length} characters, WeChat takes {limit}. Shorten it.")
            wrong.append(Problem(document.path, document.line_of((key,)), text))
    size = len(article.body.encode("utf-8"))
    if size >= CONTENT_LIMIT_BYTES:
        text = say(
            f"正文有 {size // 1000} KB，公众号不到 1 MB。请拆成几篇。", f"{size // 1000} KB of text, WeChat takes 1 MB."
        )
        wrong.append(Problem(document.path, 1, text))
    return wrong


def unknown_links(document: Document, slug: str, blocks: Blocks, settings: SyncSettings) -> list[Problem]:
    """Return the links that lead to nothing on the site."""
    targets = dict.fromkeys(map(as_typed, each_link(blocks)))
    unknown = [target for target in targets if settings.address_of(target, slug) is None]
    return [in_body(document, target, *_unknown_link(target)) for target in unknown]


def unknown_cards(document: Document, blocks: Blocks, settings: SyncSettings) -> list[Problem]:
    """Return the cards of things that the shop does not have."""
    named: list[str] = []

    def note(block: Block) -> Block:
        if isinstance(block, Directive) and block.kind in ("product", "store"):
            named.append(f"{block.kind}:{block.argument}")
        return block

    map_blocks(blocks, note)
    unknown = [name for name in dict.fromkeys(named) if settings.resolve(name) is None]
    return [in_body(document, name.partition(":")[2], *_unknown_link(name)) for name in unknown]


def no_cover(document: Document, name: str) -> Problem:
    """Return the problem of an article without a cover; ``name`` is the file that is missing, empty for none."""
    text = (
        "没有封面。请写一行“cover: articles/xxx.jpg”，或设置默认封面。",
        "no cover. Add a line 'cover: articles/xxx.jpg', or set a default cover.",
    )
    return Problem(document.path, document.line_of(("cover",)), say(*(missing_picture(name) if name else text)))


def missing_picture(name: str) -> tuple[str, str]:
    """Return the sentences about a picture that is not there."""
    return (
        f"没有图片 content/images/{name}。请放入这个文件，或改正文里的路径。",
        f"there is no picture content/images/{name}. Put it there, or mend the path.",
    )


def _unknown_link(target: str) -> tuple[str, str]:
    return (
        f"链接“{target}”指向不存在的内容。请改成已有的，例如 product:longjing-mingqian。",
        f'the link "{target}" leads to nothing. Write an existing one such as product:longjing-mingqian.',
    )


def in_body(document: Document, wanted: str, zh: str, en: str) -> Problem:
    """Return a problem at the line of the file that holds some text."""
    lines = document.source.split("\n")
    pattern = re.compile(re.escape(wanted))
    line = next((number for number, line in enumerate(lines, start=1) if pattern.search(line)), 1)
    return Problem(document.path, line, say(zh, en))
