"""Pictures: made once for each content, never wider than the original, hostile files reported by name."""

from pathlib import Path

from PIL import Image

from plugins.images import make_variants, publish_variants


def picture(path: Path, size: tuple[int, int] = (900, 600), colour: tuple[int, int, int] = (200, 30, 30)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(path)
    return path


def test_variants_exist_in_both_formats_and_no_wider_than_the_original(tmp_path: Path) -> None:
    picture(tmp_path / "in/a/b.jpg")
    pictures, problems = make_variants(tmp_path / "in", tmp_path / "cache")
    made = pictures["a/b.jpg"]
    names = publish_variants(pictures.values(), tmp_path / "cache", tmp_path / "out")
    assert not problems
    assert made.widths_px == (360, 750)
    assert sorted(names) == sorted(made.url(width, kind)[1:] for width in (360, 750) for kind in ("webp", "jpg"))
    with Image.open(tmp_path / "out" / made.url(360, "webp")[1:]) as small:
        assert (small.size, small.format) == ((360, 240), "WEBP")
    assert made.colour.startswith("#c")


def test_a_second_run_makes_nothing(tmp_path: Path) -> None:
    picture(tmp_path / "in/a.jpg")
    made: list[str] = []
    make_variants(tmp_path / "in", tmp_path / "cache", lambda name, total: made.append(name))
    make_variants(tmp_path / "in", tmp_path / "cache", lambda name, total: made.append(name))
    assert made == ["a.jpg"]


def test_a_changed_picture_gets_a_new_address(tmp_path: Path) -> None:
    path = picture(tmp_path / "in/a.jpg")
    before = make_variants(tmp_path / "in", tmp_path / "cache")[0]["a.jpg"].src
    picture(path, colour=(30, 30, 200))
    assert make_variants(tmp_path / "in", tmp_path / "cache")[0]["a.jpg"].src != before


def test_workers_give_what_one_process_gives(tmp_path: Path) -> None:
    for number in range(4):
        picture(tmp_path / f"in/{number}.jpg", colour=(number * 50, 90, 90))
    together, _ = make_variants(tmp_path / "in", tmp_path / "cache")
    for number in range(4):
        (tmp_path / f"in/{number}.jpg").rename(tmp_path / "kept.jpg")
        alone, _ = make_variants(tmp_path, tmp_path / "other")
        (tmp_path / "kept.jpg").rename(tmp_path / f"in/{number}.jpg")
        assert alone["kept.jpg"].key == together[f"{number}.jpg"].key


def test_lying_and_broken_files_are_reported_by_name(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/liar.jpg").write_text("<html>", encoding="utf-8")
    picture(tmp_path / "in/cut.jpg", size=(1200, 1200))
    data = (tmp_path / "in/cut.jpg").read_bytes()
    (tmp_path / "in/cut.jpg").write_bytes(data[: len(data) // 2])
    pictures, problems = make_variants(tmp_path / "in", tmp_path / "cache")
    assert pictures == {}
    assert sorted(problem.path for problem in problems) == ["images/cut.jpg", "images/liar.jpg"]


def test_a_picture_of_too_many_pixels_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    Image.new("1", (12_000, 6_000)).save(tmp_path / "in/huge.png")
    _, problems = make_variants(tmp_path / "in", tmp_path / "cache")
    assert [problem.message.split(".")[0] for problem in problems] == ["12000x6000 px"]


def test_rotation_in_exif_is_applied_and_exif_is_gone(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = "phone"
    Image.new("RGB", (800, 400)).save(tmp_path / "in/a.jpg", exif=exif)
    pictures, _ = make_variants(tmp_path / "in", tmp_path / "cache")
    publish_variants(pictures.values(), tmp_path / "cache", tmp_path / "out")
    assert (pictures["a.jpg"].width_px, pictures["a.jpg"].height_px) == (400, 800)
    with Image.open(tmp_path / "out" / pictures["a.jpg"].src[1:]) as shown:
        assert not shown.getexif()


def test_transparency_becomes_a_white_plate(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    Image.new("RGBA", (400, 400), (0, 0, 0, 0)).save(tmp_path / "in/a.png")
    pictures, _ = make_variants(tmp_path / "in", tmp_path / "cache")
    assert pictures["a.png"].colour == "#ffffff"
