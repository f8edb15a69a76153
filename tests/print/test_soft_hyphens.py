"""Soft hyphens help a browser to part words; in files they would be copied and read aloud."""

import io
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tests.print.screen import SOFT_HYPHEN

FOLDERS = ("trykk", "en/print", "data")
TEXTS = (".xml", ".rels", ".txt", ".html", ".json", ".csv")
ARCHIVES = (".docx", ".pptx", ".xlsx", ".zip")


def texts(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """The names within a file and the texts below them, of files within files too."""
    if name.endswith(ARCHIVES):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for each in archive.namelist():
                yield name, each
                yield from texts(each, archive.read(each))
    elif name.endswith(TEXTS):
        yield name, unescape(content.decode("utf-8-sig"))


@pytest.fixture(scope="module")
def made(site: Path) -> list[Path]:
    inside = [path for folder in FOLDERS for path in sorted((site / folder).rglob("*"))]
    found = [path for path in inside if path.is_file()]
    kinds = {path.suffix for path in found}
    assert {*ARCHIVES, ".pdf"} <= kinds
    return found


def test_pages_have_soft_hyphens(site):
    assert SOFT_HYPHEN in (site / "faser/forankring/index.html").read_text(encoding="utf-8")


def test_no_file_that_is_made_from_a_page_has_a_soft_hyphen(made):
    faults = {
        (path.name, name)
        for path in made
        for name, text in texts(path.name, path.read_bytes())
        if SOFT_HYPHEN in text
    }
    assert faults == set()


def test_no_pdf_has_a_soft_hyphen_in_what_is_read_or_in_its_title(pdfs):
    for name, pdf in pdfs.items():
        assert SOFT_HYPHEN not in pdf.root.text, name
        with pdf.file.open_metadata() as about:
            assert SOFT_HYPHEN not in str(about), name


def test_names_within_archives_have_plain_spaces_at_most(made):
    for path in made:
        if path.suffix == ".zip":
            for name in zipfile.ZipFile(path).namelist():
                assert "\N{NO-BREAK SPACE}" not in name, f"{path.name}: {name}"
