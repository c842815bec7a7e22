"""Content checked without building it."""

import os
from pathlib import Path

from plugins.images import Picture, picture_problems
from plugins.shared.errors import ContentProblems
from plugins.shared.language import say
from plugins.site import build_time
from plugins.site.reader import read_site
from plugins.site.site import Site


def load_site(content: Path, articles_apart: bool = False) -> Site:
    """Return the site's content without making pictures, for commands that build no page.

    ``articles_apart``: an article that cannot be read and references that lead nowhere do not stop it.

    Raises:
        ContentProblems: with everything that is wrong.
    """
    folder = content / "images"
    names = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()]
    pictures = {name: Picture(name, 1, 1, "") for name in names}
    return read_site(
        content, pictures, build_time(), site_url=os.environ.get("SITEURL", ""), articles_apart=articles_apart
    )


def check_content(content: Path) -> str:
    """Return one line that counts what was checked.

    Raises:
        ContentProblems: with everything that is wrong.
    """
    from plugins.account_menu import read_menu
    from plugins.account_menu.command import check_menu
    from plugins.coupons import coupon_problems
    from plugins.qr_codes.ledger import ledger_problems

    pictures = picture_problems(content / "images")
    try:
        site = load_site(content)
        pictures = [*pictures, *ledger_problems(content, site), *coupon_problems(content, site)]
        check_menu(content, site)
    except ContentProblems as error:
        menu = read_menu(content)[1] if (content / "menu.yaml").exists() else ()
        raise ContentProblems({*error.problems, *menu, *pictures}) from None
    if pictures:
        raise ContentProblems(pictures)
    counts = (len(site.catalog.products), len(site.articles), len(site.landing_pages), len(site.stores))
    return say(
        "内容没有问题：{} 个产品，{} 篇文章，{} 个促销页，{} 家门店，菜单可用。",
        "Nothing wrong: {} products, {} articles, {} landing pages, {} stores, and the menu is fit to push.",
    ).format(*counts)
