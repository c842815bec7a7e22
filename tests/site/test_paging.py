"""Links of a long list stay few."""

from plugins.site.paging import GAP, Paging


def test_links_stay_few_however_long_the_list() -> None:
    assert Paging(1, 1, "/a/").shown == (1,)
    assert Paging(1, 3, "/a/").shown == (1, 2, 3)
    assert Paging(3, 5, "/a/").shown == (1, 2, 3, 4, 5)
    assert Paging(400, 834, "/a/").shown == (1, GAP, 399, 400, 401, GAP, 834)
    assert max(len(Paging(number, 834, "/a/").shown) for number in range(1, 835)) == 7


def test_neighbours_have_addresses_and_ends_have_none() -> None:
    first, second, last = (Paging(number, 3, "/a/") for number in (1, 2, 3))
    assert (first.previous, first.here, first.next) == ("", "/a/", "/a/page/2/")
    assert (second.previous, second.next) == ("/a/", "/a/page/3/")
    assert (last.here, last.next) == ("/a/page/3/", "")
