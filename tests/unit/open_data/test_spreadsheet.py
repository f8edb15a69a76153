"""Each table as a spreadsheet: every cell is the text of the data, whatever it looks like."""

import csv
import io
import shutil
import subprocess
import zipfile

import pytest
from lxml import etree

from scripts.checks.run import load_content
from scripts.common.paths import Project
from scripts.open_data.export import NAMES, data_files
from scripts.open_data.spreadsheet import LONGEST_CELL, as_xlsx
from tests.unit.projects import ROOT

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NASTY = [
    "2008-05",
    "1/2",
    "3-4",
    "1e5",
    "0047",
    "12345678901234567890",
    "=1+1",
    '=HYPERLINK("https://x.no")',
    "+47 22",
    "-5",
    "@SUM(A1)",
    "\t=1+1",
    "true",
    "æøå ŋ Ελένη",
    'a;b,c"d',
    "en\nto",
    "https://eksempel.no/",
    " foran og bak ",
    "<b>&amp;",
]


@pytest.fixture(scope="module")
def files():
    return {each.name: each for each in data_files(load_content(Project(ROOT)))}


def cells(data):
    """The types and texts of the cells by their place, as the file has them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        shared = [
            "".join(item.itertext())
            for item in etree.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return {
        cell.get("r"): (cell.get("t"), shared[int(cell.findtext(f"{MAIN}v"))])
        for cell in sheet.iter(f"{MAIN}c")
        if cell.find(f"{MAIN}v") is not None
    }


def opened(data, folder, name):
    """The rows that LibreOffice reads, in a Norwegian set-up."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is missing: apt install libreoffice-calc"
    (folder / f"{name}.xlsx").write_bytes(data)
    command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += ["--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1", "--outdir"]
    subprocess.run([*command, str(folder), str(folder / f"{name}.xlsx")], check=True, timeout=120)
    text = (folder / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_every_cell_is_text_whatever_a_spreadsheet_would_make_of_it():
    found = cells(as_xlsx("x", ["id", "verdi"], [[str(at), text] for at, text in enumerate(NASTY)]))
    assert {kind for kind, _ in found.values()} == {"s"}
    assert [found[f"B{row}"][1] for row in range(2, len(NASTY) + 2)] == NASTY


@pytest.mark.parametrize("text", NASTY)
def test_no_cell_is_a_formula_or_a_link(text):
    with zipfile.ZipFile(io.BytesIO(as_xlsx("x", ["a"], [[text]]))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in sheet
        assert b"<hyperlink" not in sheet
        assert not [name for name in archive.namelist() if "externalLink" in name]


def test_cells_stay_text_when_somebody_edits_them():
    with zipfile.ZipFile(io.BytesIO(as_xlsx("x", ["a"], [["2008-05"]]))) as archive:
        assert b'numFmtId="49"' in archive.read("xl/styles.xml")


def test_the_same_data_give_the_same_bytes():
    assert as_xlsx("x", ["a"], [["b"]]) == as_xlsx("x", ["a"], [["b"]])


def test_a_cell_that_no_spreadsheet_holds_is_told_and_not_cut():
    with pytest.raises(ValueError, match="x, row 2: a cell of 32768 letters"):
        as_xlsx("x", ["a"], [["b" * (LONGEST_CELL + 1)]])
    as_xlsx("x", ["a"], [["b" * LONGEST_CELL]])


@pytest.mark.parametrize("name", NAMES)
def test_each_table_of_the_site_has_the_rows_and_columns_of_its_csv(files, name):
    rows = list(csv.reader(io.StringIO(files[f"{name}.csv"].text(), newline="")))
    found = cells(files[f"{name}.xlsx"].data())
    assert len(found) == sum(bool(cell) for row in rows for cell in row)
    assert [found[f"A{at}"][1] for at in range(1, len(rows) + 1)] == [row[0] for row in rows]


def test_libreoffice_opens_a_table_as_it_was_written(files, tmp_path):
    rows = list(csv.reader(io.StringIO(files["municipalities.csv"].text(), newline="")))
    assert opened(files["municipalities.xlsx"].data(), tmp_path, "municipalities") == rows
    nasty = as_xlsx("x", ["verdi", "etter"], [[text, "x"] for text in NASTY])
    assert [row[0] for row in opened(nasty, tmp_path, "nasty")] == ["verdi", *NASTY]


def test_readers_are_told_of_each_spreadsheet_with_its_size(files):
    listed = [each for each in files.values() if each.form == "Excel"]
    assert {each.dataset for each in listed} == set(NAMES)
    assert all(each.media_type.endswith("spreadsheetml.sheet") for each in listed)
