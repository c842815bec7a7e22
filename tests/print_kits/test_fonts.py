"""A Chinese font is found, or the message says what to install."""

from pathlib import Path

import pytest

from plugins.print_kits.fonts import FontMissing, find_fonts


def test_without_any_font_the_message_names_what_to_install() -> None:
    with pytest.raises(FontMissing, match="fonts-noto-cjk"):
        find_fonts({}, sans=("/nowhere.ttf",), serif=())


def test_a_file_that_is_no_font_or_has_no_chinese_is_refused(tmp_path: Path) -> None:
    fake = tmp_path / "fake.ttf"
    fake.write_bytes(b"not a font")
    for name in (fake, tmp_path / "missing.ttc"):
        with pytest.raises(FontMissing, match="WEIZHAN_FONT"):
            find_fonts({"WEIZHAN_FONT": str(name)})


def test_a_damaged_font_is_passed_over_for_the_next(tmp_path: Path) -> None:
    fake = tmp_path / "a.ttc"
    fake.write_bytes(b"ttcf" + b"\0" * 40)
    usual = find_fonts({}).sans.path
    assert find_fonts({}, sans=(str(fake), str(usual))).sans.path == usual


def test_the_simplified_face_of_a_collection_is_taken() -> None:
    face = find_fonts({}).sans
    name = str(face.font["name"].getDebugName(1))
    assert face.path.suffix != ".ttc" or name.endswith(("SC", "GB")) or face.index == 0
