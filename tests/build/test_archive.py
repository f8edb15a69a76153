"""A published edition is packed for archives: whole, checkable, and the same each time."""

import shutil
import subprocess
import zipfile

import bagit
import pytest

from tests import tiny
from tests.repository import git


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Editions 1.0 and 1.1, and 0.9, which was withdrawn."""
    project = tiny.begin(tmp_path_factory.mktemp("archive") / "project")
    for version in ("0.9", "1.0"):
        done = tiny.run(project, "publish", version)
        assert done.returncode == 0, done.stderr
    tiny.write(project / "pages/nytt/index.html", tiny.PAGE.format(lang="nb", id="new"))
    tiny.save(project, "Write a page")
    for command in (("publish", "1.1"), ("withdraw", "0.9")):
        done = tiny.run(project, *command)
        assert done.returncode == 0, done.stderr
    return project


def packed(project, folder, *arguments):
    done = tiny.run(project, "archive", "--to", str(folder), *arguments)
    assert done.returncode == 0, done.stderr
    (path,) = folder.iterdir()
    return path


def unpacked(path, folder):
    shutil.unpack_archive(path, folder)
    (bag,) = folder.iterdir()
    return bag


@pytest.fixture(scope="module")
def bag(project, tmp_path_factory):
    path = packed(project, tmp_path_factory.mktemp("packed"), "1.0")
    assert path.name == "edition-1.0.zip"
    return unpacked(path, tmp_path_factory.mktemp("unpacked"))


def test_the_bag_is_valid_and_holds_the_edition_as_it_was_published(project, bag):
    assert bagit.Bag(str(bag)).validate()
    held = {path.relative_to(bag / "data").as_posix(): path for path in (bag / "data").rglob("*")}
    files = {name: path for name, path in held.items() if path.is_file()}
    published = git(project, "ls-tree", "-r", "--name-only", "gh-pages:1.0").splitlines()
    assert sorted(files) == sorted(published)
    for name, path in files.items():
        blob = git(project, "rev-parse", f"gh-pages:1.0/{name}")
        assert git(project, "hash-object", str(path)) == blob, name


def test_its_checksums_need_no_library(bag):
    check = ["sha256sum", "--check", "--strict", "--quiet"]
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        subprocess.run([*check, manifest], cwd=bag, check=True)


def test_it_says_which_edition_it_is_of_which_day_and_from_which_commit(project, bag):
    told = bagit.Bag(str(bag)).info
    assert told["Edition"] == "1.0"
    assert told["Source-Commit"] == git(project, "rev-parse", "edition-1.0^{commit}")
    assert told["External-Identifier"] == f"{tiny.ADDRESS}1.0/"
    assert told["Bagging-Date"] == git(project, "log", "-1", "--format=%cs", "gh-pages~2")
    assert told["Source-Date"].startswith(git(project, "log", "-1", "--format=%cs", "edition-1.0"))


def test_a_change_after_packing_is_noticed(bag, tmp_path):
    copy = shutil.copytree(bag, tmp_path / "bag")
    with (copy / "data" / "index.html").open("a") as page:
        page.write(" ")
    with pytest.raises(bagit.BagError):
        bagit.Bag(str(copy)).validate()


def test_the_same_edition_gives_the_same_file_also_from_a_clone(project, tmp_path):
    clone = tmp_path / "clone"
    git(project, "clone", "--quiet", str(project), str(clone))
    git(clone, "branch", "--quiet", "gh-pages", "origin/gh-pages")
    first = packed(project, tmp_path / "first", "1.0").read_bytes()
    assert packed(clone, tmp_path / "second", "1.0").read_bytes() == first
    members = zipfile.ZipFile(tmp_path / "first" / "edition-1.0.zip").infolist()
    assert {member.date_time[0] for member in members} == {1980}


def test_without_a_number_it_is_the_newest(project, tmp_path):
    assert packed(project, tmp_path / "to").name == "edition-1.1.zip"


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("2.0", "VERSION: there is no edition 2.0 on gh-pages – choose one of 1.1, 1.0"),
        ("0.9", "VERSION: edition 0.9 was withdrawn, and only its addresses are left – choose"),
    ],
)
def test_an_edition_that_cannot_be_packed_is_told(project, tmp_path, version, said):
    done = tiny.run(project, "archive", "--to", str(tmp_path / "to"), version)
    assert done.returncode == 1
    assert done.stderr.startswith(said)
    assert not (tmp_path / "to").exists()


def test_before_the_first_edition_it_says_what_to_do(tmp_path):
    project = tiny.begin(tmp_path / "project")
    done = tiny.run(project, "archive")
    assert done.returncode == 1
    assert "publish first: make publish VERSION=1.0" in done.stderr
    assert not (project / "archive").exists()


def test_a_place_that_cannot_be_written_to_is_told_and_nothing_is_left(project, tmp_path):
    (tmp_path / "to").write_text("a file where the folder should be")
    done = tiny.run(project, "archive", "--to", str(tmp_path / "to"))
    assert done.returncode == 1
    assert "name a folder that can be written to with --to" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["to"]
    assert not list((project / ".git/publish").glob("run-*"))
