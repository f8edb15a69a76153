"""One folder holds all that a workshop needs, with a list of it in the reader's language."""

import zipfile
from pathlib import PurePosixPath

import pytest

FOLDERS = {"nb": ("trykk", "LES-MEG.txt"), "en": ("en/print", "READ-ME.txt")}


@pytest.fixture(scope="module")
def folders(site, pages):
    found = []
    for lang, (folder, readme) in FOLDERS.items():
        for path in sorted((site / folder).glob("*.zip")):
            found.append((lang, readme, path, zipfile.ZipFile(path)))
    assert len(found) == 14
    return found


def test_a_folder_holds_every_kind_of_file_as_the_site_offers_it(site, folders):
    for lang, readme, path, folder in folders:
        assert folder.testzip() is None
        names = [PurePosixPath(name) for name in folder.namelist()]
        assert {name.parts[0] for name in names} == {path.stem}, "unpacks into one folder"
        assert {name.suffix for name in names} >= {".pdf", ".docx", ".pptx", ".txt"}
        for name in names:
            if name.name != readme:
                same = site / FOLDERS[lang][0] / name.name
                assert folder.read(str(name)) == same.read_bytes(), name


def test_the_list_names_every_file_and_where_they_come_from(folders, pages):
    for lang, readme, path, folder in folders:
        text = folder.read(f"{path.stem}/{readme}").decode("utf-8-sig")
        for name in folder.namelist():
            if not name.endswith(readme):
                assert PurePosixPath(name).name in text
        urls = [p["url"] for p in pages if p["kind"] == "phase" and p["lang"] == lang]
        assert any(f"/{url}" in text for url in urls), path.name
        assert "CC BY 4.0" in text


def test_the_list_tells_in_order_what_to_read_send_print_and_use_and_each_file_once(folders):
    headings = {
        "nb": ("Les først:", "Send ut en uke før", "Skriv ut til verkstedet", "På dagen:"),
        "en": ("Read first:", "Send out a week before", "Print for the workshop", "On the day:"),
    }
    for lang, readme, path, folder in folders:
        text = folder.read(f"{path.stem}/{readme}").decode("utf-8-sig")
        places = [text.index(heading) for heading in headings[lang]]
        assert places == sorted(places), path.name
        told = [line.split()[1] for line in text.splitlines() if line.startswith("- ")]
        names = [PurePosixPath(name).name for name in folder.namelist()]
        assert sorted(told) == sorted(name for name in names if name != readme), path.name


def test_the_folder_of_a_phase_holds_the_sheets_of_its_tools(folders):
    _, _, _, folder = next(each for each in folders if "forankring" in each[2].name)
    names = {PurePosixPath(name).name for name in folder.namelist()}
    assert {"partskart-ark.pdf", "partskart-skjema.docx"} <= names


def test_the_folder_of_a_phase_holds_the_letters_to_each_of_its_meetings(folders):
    for lang, _, path, folder in folders:
        ending = {"nb": "-brev.docx", "en": "-letters.docx"}[lang]
        assert sum(name.endswith(ending) for name in folder.namelist()) == 3, path.name


def test_files_in_a_folder_can_be_read_by_everybody_and_have_one_time(folders):
    for _, _, _, folder in folders:
        for member in folder.infolist():
            assert member.external_attr >> 16 == 0o644
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
