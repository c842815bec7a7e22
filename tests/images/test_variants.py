"""Pictures: made once for each content, never wider than the original, hostile files reported by name."""

import io
import tempfile
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from plugins.images import flaw_of, make_variants, picture_problems, publish_variants


def picture(path: Path, size: tuple[int, int] = (900, 600), colour: tuple[int, int, int] = (200, 30, 30)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(path)
    return path


def gradient(path: Path, number: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.linear_gradient("L").rotate(90 * number).resize((800, 500)).convert("RGB").save(path)


def published(tmp_path: Path) -> dict[str, bytes]:
    """Every variant of the pictures in tmp_path/in, by path."""
    pictures, problems = make_variants(tmp_path / "in", tmp_path / "cache")
    assert not problems
    names = publish_variants(pictures.values(), tmp_path / "cache", tmp_path / "out")
    return {name: (tmp_path / "out" / name).read_bytes() for name in names}


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


def test_names_of_any_kind_have_addresses_that_work(tmp_path: Path) -> None:
    picture(tmp_path / "in/龙井 茶, 2%.jpg", size=(360, 360))
    (made,) = make_variants(tmp_path / "in", tmp_path / "cache")[0].values()
    address, width = made.srcset("webp").split(" ")
    assert (unquote(address[1:]), width) == (made.file_name(360, "webp"), "360w")
    publish_variants([made], tmp_path / "cache", tmp_path / "out")
    assert (tmp_path / "out" / unquote(address[1:])).is_file()


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
        gradient(tmp_path / f"in/{number}.jpg", number)
    for count in (1, 2):
        make_variants(tmp_path / "in", tmp_path / f"cache{count}", workers=count)
    one, two = (
        {path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("cache1", "cache2")
    )
    assert len(one) == 4 * (2 * 2 + 1)
    assert one == two


def test_lying_and_broken_files_are_reported_by_name(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/page.jpg").write_text("<html>", encoding="utf-8")
    (tmp_path / "in/phone.jpg").write_bytes(b"\0\0\0\x18ftypheic" + b"\0" * 40)
    (tmp_path / "in/empty.png").write_bytes(b"")
    (tmp_path / "in/noise.webp").write_bytes(b"\x17" * 300)
    (tmp_path / "in/anim.gif").write_bytes(b"GIF89a")
    picture(tmp_path / "in/cut.jpg", size=(1200, 1200))
    data = (tmp_path / "in/cut.jpg").read_bytes()
    (tmp_path / "in/cut.jpg").write_bytes(data[: len(data) // 2])
    pictures, problems = make_variants(tmp_path / "in", tmp_path / "cache")
    assert pictures == {}
    told = {problem.path.removeprefix("images/"): problem.message for problem in problems}
    assert told["page.jpg"] == "it really is HTML/SVG. Export it as JPEG."
    assert told["phone.jpg"] == "it really is HEIC. Export it as JPEG."
    assert told["empty.png"] == "this is not a picture but an empty file. Copy it again."
    assert told["anim.gif"] == "pictures of this kind are not used. Export it as JPEG."
    assert told["noise.webp"].startswith("this is not a picture that can be opened.")
    assert told["cut.jpg"].startswith("this is not a picture that can be opened.")
    assert sorted(picture_problems(tmp_path / "in")) == sorted(problems)


def test_a_picture_under_another_ending_is_used_and_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    picture(tmp_path / "in/a.png")
    (tmp_path / "in/a.png").rename(tmp_path / "in/a.jpg")
    pictures, problems = make_variants(tmp_path / "in", tmp_path / "cache")
    assert (list(pictures), problems) == (["a.jpg"], [])
    assert "images/a.jpg: it really is PNG" in caplog.text


@given(st.data())
@settings(max_examples=120, deadline=None)
def test_damage_anywhere_is_a_flaw_and_no_crash(data: st.DataObject) -> None:
    source = bytearray(data.draw(st.sampled_from(_samples())))
    for _ in range(data.draw(st.integers(1, 6))):
        source[data.draw(st.integers(0, min(len(source) - 1, 700)))] = data.draw(st.integers(0, 255))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.jpg"
        path.write_bytes(source[: data.draw(st.integers(1, len(source)))])
        assert isinstance(flaw_of(path), str)


@cache
def _samples() -> list[bytes]:
    files = []
    exif = Image.Exif()
    exif[0x0112] = 6
    for kind in ("JPEG", "PNG", "WEBP"):
        file = io.BytesIO()
        Image.linear_gradient("L").convert("RGB").resize((64, 48)).save(file, kind, exif=exif)
        files.append(file.getvalue())
    return files


def test_a_picture_of_too_many_pixels_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    Image.new("1", (12_000, 6_000)).save(tmp_path / "in/huge.png")
    _, problems = make_variants(tmp_path / "in", tmp_path / "cache")
    assert [problem.message.split(".")[0] for problem in problems] == ["12000x6000 px"]


def test_nothing_that_a_camera_wrote_is_published(tmp_path: Path) -> None:
    """Place, camera, owner, comments: in EXIF, XMP, JPEG comments, PNG texts and colour profiles."""
    secret = "GPS-30.2741N-secret"
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = secret
    exif.get_ifd(0x8825)[1] = secret
    photo = Image.new("RGB", (800, 400), (10, 20, 30))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = f"<x:xmpmeta>{secret}</x:xmpmeta>".encode()
    texts = PngInfo()
    texts.add_text("Comment", secret)
    (tmp_path / "in").mkdir()
    photo.save(tmp_path / "in/a.jpg", exif=exif, comment=secret, xmp=xmp, icc_profile=profile)
    photo.save(tmp_path / "in/b.png", exif=exif, pnginfo=texts, icc_profile=profile)
    photo.save(tmp_path / "in/c.webp", exif=exif, xmp=xmp, icc_profile=profile)
    assert all(secret.encode() in path.read_bytes() for path in (tmp_path / "in").glob("*"))
    files = published(tmp_path)
    assert len(files) == 6
    for name, data in files.items():
        assert not any(mark in data for mark in (secret.encode(), b"Exif", b"http://ns.adobe", b"XMP", b"ICC_PROFILE"))
        with Image.open(io.BytesIO(data)) as shown:
            assert (shown.size, dict(shown.getexif())) == ((360, 720), {}), name


def test_wide_colours_are_brought_to_srgb(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    photo = Image.new("CMYK", (400, 400), (0, 255, 255, 0))
    photo.save(tmp_path / "in/a.jpg")
    Image.new("I;16", (400, 400), 32768).save(tmp_path / "in/b.png")
    colours = {name: each.colour for name, each in make_variants(tmp_path / "in", tmp_path / "cache")[0].items()}
    assert colours["a.jpg"].startswith("#f")
    assert colours["b.png"] == "#808080"


def test_the_main_colour_is_one_that_the_picture_has(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    photo = Image.new("RGB", (400, 400), (200, 30, 30))
    photo.paste((10, 10, 240), (0, 0, 150, 400))
    photo.save(tmp_path / "in/a.png")
    assert make_variants(tmp_path / "in", tmp_path / "cache")[0]["a.png"].colour == "#c81e1e"


def test_focus_and_avif_are_settings_of_the_folder(tmp_path: Path) -> None:
    picture(tmp_path / "in/a.jpg")
    picture(tmp_path / "in/b.jpg", colour=(0, 99, 0))
    (tmp_path / "in/images.yaml").write_text("avif: on\nfocus:\n  a.jpg: 0.25 0.8\n", encoding="utf-8")
    pictures, problems = make_variants(tmp_path / "in", tmp_path / "cache")
    assert not problems
    assert pictures["a.jpg"].style == f"background:{pictures['a.jpg'].colour};object-position:25% 80%"
    assert "object-position" not in pictures["b.jpg"].style
    assert [kind for kind, _ in pictures["a.jpg"].sources] == ["image/avif", "image/webp"]
    names = publish_variants(pictures.values(), tmp_path / "cache", tmp_path / "out")
    with Image.open(tmp_path / "out" / next(name for name in names if name.endswith(".avif"))) as shown:
        assert shown.format == "AVIF"


def test_mistakes_in_the_settings_are_told(tmp_path: Path) -> None:
    picture(tmp_path / "in/a.jpg")
    (tmp_path / "in/images.yaml").write_text("focus:\n  a.jpg: left\nacif: on\n", encoding="utf-8")
    _, problems = make_variants(tmp_path / "in", tmp_path / "cache")
    assert sorted(str(each).split(".")[0] + str(each.line) for each in problems) == ["in/images2", "in/images3"]
    (tmp_path / "in/images.yaml").write_text("focus:\n  b.jpg: 0 1\n", encoding="utf-8")
    assert [str(each) for each in make_variants(tmp_path / "in", tmp_path / "cache")[1]] == [
        "in/images.yaml:2: content/images/ has no b.jpg."
    ]


def test_transparency_becomes_a_white_plate(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    Image.new("RGBA", (400, 400), (0, 0, 0, 0)).save(tmp_path / "in/a.png")
    pictures, _ = make_variants(tmp_path / "in", tmp_path / "cache")
    assert pictures["a.png"].colour == "#ffffff"
