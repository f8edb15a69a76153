"""What a host sends packed: the same as the text, smaller, and there whole or not at all."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

import brotli
import pytest

from scripts.web import precompressed
from scripts.web.precompressed import Packed, compress
from tests.unit.projects import ROOT

LONG = "Noe som står der mange ganger. " * 50
UNPACKED = {".gz": gzip.decompress, ".br": brotli.decompress}


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def beside(path: Path) -> dict[str, bytes]:
    found = {each: path.with_name(path.name + each) for each in UNPACKED}
    return {each: file.read_bytes() for each, file in found.items() if file.exists()}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return write(tmp_path / "latest/faser/index.html", LONG)


def test_a_text_lies_there_packed_in_both_ways(page, tmp_path):
    assert compress(tmp_path) == Packed(1, 2, 0)
    packed = beside(page)
    assert {each: UNPACKED[each](data).decode() for each, data in packed.items()} == {
        ".gz": LONG,
        ".br": LONG,
    }
    assert max(map(len, packed.values())) < len(LONG) / 5


def test_the_same_text_gives_the_same_bytes_on_any_day(page, tmp_path):
    other = write(tmp_path / "1.0/another-name.html", LONG)
    os.utime(other, (1, 1))
    compress(tmp_path)
    assert beside(other) == beside(page)
    assert beside(page)[".gz"][4:8] == bytes(4)  # no time


def test_a_packed_file_is_as_old_and_as_readable_as_its_text(page, tmp_path):
    page.chmod(0o644)
    os.utime(page, (1_000_000_000, 1_000_000_000))
    compress(tmp_path)
    told = page.with_name("index.html.br").stat()
    assert (told.st_mtime, told.st_mode & 0o777) == (1_000_000_000, 0o644)


def test_what_is_packed_already_is_left_alone(page, tmp_path):
    compress(tmp_path)
    target = page.with_name("index.html.gz")
    before = target.stat()
    assert compress(tmp_path) == Packed(1, 0, 0)
    assert target.stat().st_ino == before.st_ino


OTHER = gzip.compress(b"old", mtime=0)  # with the time, each worker would name the test otherwise


@pytest.mark.parametrize(
    "spoilt", [b"", b"no gzip", OTHER, None], ids=["empty", "no gzip", "old", "cut short"]
)
def test_what_is_out_of_date_or_cut_short_is_packed_anew(page, tmp_path, spoilt):
    compress(tmp_path)
    for ending, data in beside(page).items():
        page.with_name(page.name + ending).write_bytes(data[:-9] if spoilt is None else spoilt)
    assert compress(tmp_path).written == 2
    assert gzip.decompress(beside(page)[".gz"]).decode() == LONG


def test_a_changed_text_is_never_sent_as_it_was(page, tmp_path):
    compress(tmp_path)
    write(page, LONG.replace("mange", "få"))
    compress(tmp_path)
    assert "få ganger" in brotli.decompress(beside(page)[".br"]).decode()


def test_what_would_not_become_smaller_has_nothing_beside_it(page, tmp_path):
    compress(tmp_path)
    write(page, "kort")
    assert compress(tmp_path) == Packed(1, 0, 2)
    assert beside(page) == {}


def test_what_was_packed_of_a_page_that_has_gone_goes_too(page, tmp_path):
    compress(tmp_path)
    page.unlink()
    own = write(tmp_path / "data.tar.gz", "an owner's own")
    assert compress(tmp_path) == Packed(0, 0, 2)
    assert beside(page) == {}
    assert own.exists()


def test_pictures_repositories_and_links_to_elsewhere_are_left_alone(tmp_path):
    outside = write(tmp_path / "outside/page.html", LONG)
    public = tmp_path / "public"
    write(public / "picture.png", LONG)
    write(public / ".git/description.txt", LONG)
    (public / "linked.html").symlink_to(outside)
    assert compress(public) == Packed(0, 0, 0)
    assert sorted(path.name for path in public.iterdir()) == [".git", "linked.html", "picture.png"]


def test_a_disk_that_is_full_leaves_no_half_file(page, tmp_path, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(precompressed.shutil, "copystat", full)
    with pytest.raises(OSError, match="No space"):
        compress(tmp_path)
    assert [path.name for path in page.parent.iterdir()] == ["index.html"]


def test_of_many_files_alike_each_has_its_own(tmp_path):
    many = [write(tmp_path / f"{at}/index.html", f"{LONG}{at % 20}") for at in range(60)]
    assert compress(tmp_path) == Packed(60, 120, 0)
    for at, path in enumerate(many):
        assert gzip.decompress(beside(path)[".gz"]).decode() == f"{LONG}{at % 20}"


def test_the_command_says_what_it_did_and_where_it_found_no_folder(page, tmp_path):
    def run(folder):
        command = [sys.executable, "-m", "scripts.cli", "compress", str(folder)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert run(tmp_path).stdout == "1 texts: wrote 2 packed files, took 0 away.\n"
    missing = run(page)
    assert missing.returncode == 1
    assert missing.stderr.startswith(f"{page}: there is no such folder – name the one")
