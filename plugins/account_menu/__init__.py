"""The account menu (自定义菜单): content/menu.yaml checked, compared with the account, and pushed."""

from plugins.account_menu.apply import push_menu
from plugins.account_menu.model import Button, ContentReference, Keyword, Menu, MiniProgram, WebAddress
from plugins.account_menu.reader import read_menu
from plugins.account_menu.report import MenuReport

__all__ = [
    "Button",
    "ContentReference",
    "Keyword",
    "Menu",
    "MenuReport",
    "MiniProgram",
    "WebAddress",
    "push_menu",
    "read_menu",
]
