"""The menu as followers meet it: a phone for everybody and one for each tag, every submenu open. No script."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from plugins.account_menu.plan import MenuPlan

_CSS = (
    "body{margin:0;padding:24px;background:#dcdfda;color:#222;font:15px/1.5 system-ui,sans-serif;display:flex;"
    "flex-wrap:wrap;gap:24px}figure{margin:0}figcaption{margin:0 0 8px;font-weight:600}"
    ".phone{box-sizing:border-box;width:375px;height:667px;border:10px solid #1b1b1b;border-radius:36px;"
    "background:#ededed;display:flex;flex-direction:column;overflow:hidden}"
    ".top{padding:14px;text-align:center;background:#ededed;border-bottom:1px solid #d5d5d5;font-weight:600}"
    ".chat{flex:1}.bar{display:flex;align-items:flex-end;background:#f7f7f7;border-top:1px solid #d5d5d5}"
    ".key{flex:0 0 46px;padding:12px 0;text-align:center;border-right:1px solid #d5d5d5;color:#777}"
    ".entry{flex:1 1 0;min-width:0;position:relative;border-right:1px solid #e2e2e2}.entry:last-child{border:0}"
    ".name{display:block;padding:12px 2px;text-align:center;color:inherit;text-decoration:none;white-space:nowrap;"
    "overflow:hidden;text-overflow:ellipsis}.sub{position:absolute;left:4px;right:4px;bottom:56px;margin:0;padding:0;"
    "list-style:none;background:#fff;border-radius:8px;box-shadow:0 2px 12px rgba(0,0,0,.14)}"
    ".sub .name{font-size:13px;border-bottom:1px solid #eee}.sub li:last-child .name{border:0}"
    "table{border-collapse:collapse;background:#fff;align-self:flex-start}td,th{padding:6px 12px;border:1px solid #ddd;"
    "text-align:left}a{color:#245e45;overflow-wrap:anywhere}"
)


def phone_page(plan: MenuPlan, account: str) -> str:
    """Return the page; it needs nothing from outside."""
    phones = [_phone(account, "所有人 · everybody", plan.buttons)]
    phones += [_phone(account, f"标签“{each.tag}” · with this tag", each.buttons) for each in plan.conditional]
    return (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{escape(account)} 菜单</title>'
        f"<style>{_CSS}</style><body>{''.join(phones)}{_table(plan.buttons)}</body></html>\n"
    )


def _phone(account: str, caption: str, buttons: Sequence[Mapping[str, Any]]) -> str:
    entries = "".join(f'<div class="entry">{_sub(button)}{_name(button)}</div>' for button in buttons)
    return (
        f'<figure><figcaption>{escape(caption)}</figcaption><div class="phone"><div class="top">{escape(account)}</div>'
        f'<div class="chat"></div><div class="bar"><div class="key">⌨</div>{entries}</div></div></figure>'
    )


def _sub(button: Mapping[str, Any]) -> str:
    below = button.get("sub_button") or ()
    return f'<ul class="sub">{"".join(f"<li>{_name(each)}</li>" for each in below)}</ul>' if below else ""


def _name(button: Mapping[str, Any]) -> str:
    name, url = escape(str(button["name"])), escape(str(button.get("url") or ""))
    mark = "≡ " if button.get("sub_button") else ""
    return f'<a class="name" href="{url}">{name}</a>' if url else f'<span class="name">{mark}{name}</span>'


def _table(buttons: Sequence[Mapping[str, Any]]) -> str:
    rows = []
    for button in buttons:
        for each in button.get("sub_button") or (button,):
            url = escape(str(each.get("url") or ""))
            leads = f'<a href="{url}">{url}</a>' if url else escape(str(each.get("key", "")))
            path = str(button["name"]) + (f" › {each['name']}" if each is not button else "")
            rows.append(f"<tr><td>{escape(path)}</td><td>{leads}</td></tr>")
    return f"<table><tr><th>点 · tap</th><th>到 · leads to</th></tr>{''.join(rows)}</table>"
