"""A code that cannot be read from where people stand is refused before it is printed."""

from dataclasses import replace

import pytest

from plugins.print_kits.caption import Caption
from plugins.print_kits.formats import FORMATS, POSTER
from plugins.print_kits.layouts import compose
from plugins.print_kits.readable import CodeTooSmall, check_readable, needed_side_mm
from tests.print_kits.conftest import PAGES


def test_the_side_is_a_tenth_of_the_distance_unless_the_modules_get_too_fine() -> None:
    assert needed_side_mm(modules=25, distance_mm=1000) == 100
    assert needed_side_mm(modules=57, distance_mm=1000) == pytest.approx(114)
    assert needed_side_mm(modules=41, distance_mm=100) == pytest.approx(16.4)


@pytest.mark.parametrize("form", [*FORMATS.values(), POSTER], ids=lambda form: form.name)
def test_every_format_suits_its_own_distance(captions: dict[str, Caption], form: object) -> None:
    for caption in captions.values():
        check_readable(compose(form, caption))  # type: ignore[arg-type]


def test_a_card_to_be_read_across_the_room_is_refused(captions: dict[str, Caption]) -> None:
    with pytest.raises(CodeTooSmall) as refused:
        check_readable(compose(FORMATS["card"], captions[PAGES[0]]), distance_mm=2000)
    assert "27 mm" in str(refused.value)
    assert "200 mm" in str(refused.value)
    check_readable(compose(FORMATS["rollup"], captions[PAGES[0]]), distance_mm=2000)


def test_an_address_that_makes_modules_too_fine_is_refused(captions: dict[str, Caption]) -> None:
    long = replace(captions[PAGES[0]], url="https://tea.example.com/" + "x" * 300)
    with pytest.raises(CodeTooSmall, match="modules"):
        check_readable(compose(FORMATS["card"], long))


def test_a_poster_whose_code_a_long_press_misses_is_refused(captions: dict[str, Caption]) -> None:
    from plugins.print_kits.drawing import Code

    sheet = compose(POSTER, captions[PAGES[0]])
    smaller = tuple(replace(mark, side=40.0) if isinstance(mark, Code) else mark for mark in sheet.marks)
    with pytest.raises(CodeTooSmall):
        check_readable(replace(sheet, marks=smaller))
