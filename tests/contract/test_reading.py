"""Promises that can be checked on any account, because they change nothing."""

import pytest

from plugins.shared.errors import NotFound, Refused
from plugins.wechat import Gateway


def test_the_count_fits_the_listing(any_account: Gateway) -> None:
    drafts = list(any_account.list_drafts(with_content=False))
    assert len(drafts) == any_account.count_drafts()
    assert all(article.content == "" for draft in drafts for article in draft.articles)


def test_an_unknown_draft_is_not_found(any_account: Gateway) -> None:
    with pytest.raises(NotFound) as caught:
        any_account.get_draft("this-draft-does-not-exist")
    assert caught.value.errcode == 40007
    assert "errcode 40007, rid " in str(caught.value)


def test_pictures_are_listed_with_an_https_address(any_account: Gateway) -> None:
    assert all(material.url.startswith("https://") for material in any_account.list_materials("image"))


def test_a_wrong_kind_is_refused(any_account: Gateway) -> None:
    with pytest.raises(Refused) as caught:
        list(any_account.list_materials("thumb"))
    assert caught.value.errcode == 40004


def test_the_menu_in_force_can_be_read(any_account: Gateway) -> None:
    assert "is_menu_open" in any_account.get_current_menu()
