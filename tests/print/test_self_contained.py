"""A pack holds what it speaks of: whoever has only the paper on the table misses nothing."""

import re
import zipfile
from pathlib import PurePosixPath

import pytest

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.content.materials import named_materials
from tests.print.tags import squeezed

PACKS = ("verkstedspakke.pdf", "workshop-pack.pdf")
# What leads to something else: a word and where it stands, a numbered point, the page itself.
WHERE = re.compile(r"(\w+) (?:nedenfor|ovenfor|below|above)\b(?! three)")
POINTS = re.compile(r"\b(?:punkt|points?) ((?:\d+(?:, | og | and )?)+)")
ON_SCREEN = re.compile(
    r"fasesiden|verktøysiden|(?:denne|på) siden(?! av)|this page|the page|phase page|klikk|click"
)
STEPS = re.compile(r"\b(?:trinn|step)s? \d")


@pytest.fixture(scope="module")
def records(root):
    return load_datasets(Project(root)).records


@pytest.fixture
def packs(of_kind, page_of):
    return [(name, pdf, *page_of[name]) for name, pdf in of_kind(*PACKS).items()]


def printed_text(pdf):
    return " ".join(pdf.root.text.split())


def test_what_a_pack_calls_below_or_above_is_a_heading_of_the_pack(packs):
    for name, pdf, _, _ in packs:
        headings = {text.lower() for _, text in pdf.headings}
        for word in WHERE.findall(printed_text(pdf)):
            assert any(word.lower() in heading for heading in headings), f"{name}: {word}"
    assert WHERE.findall("Spill scenene nedenfor. See the rules above.") == ["scenene", "rules"]


def test_a_numbered_point_that_a_pack_speaks_of_is_a_row_of_it(packs):
    seen = 0
    for name, pdf, _, _ in packs:
        heads = [squeezed(cell.text) for cell in pdf.named("TH")]
        for numbers in POINTS.findall(printed_text(pdf)):
            for number in re.findall(r"\d+", numbers):
                seen += 1
                assert any(re.match(rf"{number}\D", head) for head in heads), f"{name}: {number}"
    assert seen >= 6, "points 1, 3 and 5 of the agreement, in both languages"


def test_no_pack_sends_a_reader_to_a_page_or_to_a_step_it_does_not_hold(packs):
    for name, pdf, _, _ in packs:
        for pattern in (ON_SCREEN, STEPS):
            # What a code leads to is another matter: that stands in the foot.
            found = pattern.findall(re.sub(r"(Hele siden|The whole page)", "", printed_text(pdf)))
            assert found == [], name


def test_each_form_and_paper_that_an_agenda_names_is_in_its_pack_and_its_folder(
    packs, records, site
):
    titles = {record["id"]: record for record in [*records["papers"], *records["tools"]]}
    seen = set()
    for name, pdf, page, tree in packs:
        code = "en" if page["lang"] == "en" else "no"
        cells = [row.select("td")[-1].get_text() for row in tree.select(".agenda tbody tr")]
        headings = [text for _, text in pdf.headings]
        for material, _ in named_materials(" | ".join(cells), code, records["materials"]):
            id_ = material.get("paper") or material.get("tool")
            if id_ is None:
                continue
            seen.add(id_)
            title = squeezed(titles[id_]["title"][code])
            assert any(text.endswith(title) for text in headings), f"{name}: {title}"
    # A material whose name nobody finds would be in no pack, and this test would not know.
    assert {"half-page", "reply-cards", "scene-cards", "finger-scale", "two-axes"} <= seen
    assert {"consensus-rules", "proposal-sheet", "shared-sheet", "four-columns"} <= seen


def test_the_folder_of_a_phase_holds_every_file_of_its_papers(records, site):
    for folder, code in (("trykk", "no"), ("en/print", "en")):
        archives = sorted((site / folder).glob("*.zip"))
        for phase, path in zip(records["phases"], archives, strict=True):
            names = {PurePosixPath(name).name for name in zipfile.ZipFile(path).namelist()}
            for paper in records["papers"]:
                files = {name for name in names if name.startswith(f"{paper['file'][code]}-")}
                expected = len(paper["prints"]) + ("form" in paper["prints"])
                held = expected if phase["id"] in paper["phases"] else 0
                assert len(files) == held, f"{path.name}: {paper['id']}"


def test_every_rule_card_and_step_of_the_scale_is_on_its_paper(pdfs, site):
    for name, count in (
        ("trykk/fingerskala-kort.pdf", 6),
        ("en/print/finger-scale-cards.pdf", 6),
        ("trykk/svarkort-kort.pdf", 6),
        ("en/print/scene-cards.pdf", 3),
        ("trykk/regler-for-enighet-a3.pdf", 5),
    ):
        assert len(pdfs[name].named("LI")) == count, name
        assert len(pdfs[name].file.pages) == 1, name


def test_the_self_test_for_the_room_is_two_sheets_that_say_whose_it_is(pdfs):
    for name, own in (
        ("trykk/hvor-star-dere-a4.pdf", "Testen er vår egen"),
        ("en/print/where-you-stand-a4.pdf", "The test is our own"),
    ):
        assert len(pdfs[name].file.pages) == 2, name
        assert own in printed_text(pdfs[name]), name
