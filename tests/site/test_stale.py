"""What is gone from content is gone from output; nothing else ever is."""

from pathlib import Path

from plugins.site.stale import remove_stale


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")


def test_only_what_an_earlier_build_listed_is_removed(tmp_path: Path) -> None:
    output, cache = tmp_path / "out", tmp_path / "cache"
    write(output, "p/a/index.html", "p/b/index.html", "mine.txt")
    assert remove_stale(output, ["p/a/index.html", "p/b/index.html"], cache) == []
    assert remove_stale(output, ["p/a/index.html"], cache) == ["p/b/index.html"]
    assert not (output / "p/b").exists()
    assert (output / "p/a/index.html").exists()
    assert (output / "mine.txt").exists()


def test_a_listing_that_was_tampered_with_reaches_nothing_outside(tmp_path: Path) -> None:
    output, cache = tmp_path / "out", tmp_path / "cache"
    write(output, "a.html")
    write(tmp_path, "victim.txt")
    remove_stale(output, ["a.html"], cache)
    listing = next((cache / "outputs").glob("*.json"))
    listing.write_text('["../victim.txt", "/etc/hostname", 3, "a.html"]', encoding="utf-8")
    assert remove_stale(output, ["a.html"], cache) == []
    assert (tmp_path / "victim.txt").exists()


def test_two_output_folders_do_not_know_each_other(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    write(tmp_path / "one", "a.html")
    write(tmp_path / "two", "a.html")
    remove_stale(tmp_path / "one", ["a.html"], cache)
    assert remove_stale(tmp_path / "two", [], cache) == []
    assert (tmp_path / "two/a.html").exists()
