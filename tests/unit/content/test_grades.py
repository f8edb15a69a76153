"""How sure it is, by the rule that the page on how much we know prints."""

import re

import pytest

from scripts.checks.run import load_content
from scripts.common.paths import Project
from scripts.content.citations import find_citations
from scripts.content.grades import FINDS, LEVELS, POINTS, grade, grades
from scripts.content.page_types import KNOWLEDGE
from scripts.content.sources import Source
from tests.unit.projects import ROOT


def sources(**classes):
    return {
        id_: Source(id_, {"id": id_, "class": evidence, "read": read})
        for id_, (evidence, read) in classes.items()
    }


READ = ("research", "full")
SOURCES = sources(
    a=READ,
    b=READ,
    c=READ,
    d=("research", "abstract"),
    union=("party", "full"),
    press=("press", "part"),
)


def finding(source, finds="helps", design="study", about="x"):
    return {"id": source, "source": source, "design": design, "finds": finds, "about": [about]}


def graded(*findings, mkm=()):
    record = {"id": "x", **({"mkm": {"sources": list(mkm)}} if mkm else {})}
    return grade(record, None, findings, SOURCES)


def test_nothing_known_gives_no_point_and_the_lowest_word():
    found = graded()
    assert (found.sum, found.level, found.studies) == (0, "none", [])


def test_all_five_points_make_it_certain():
    studies = (finding("a", design="review"), finding("b", design="comparison"), finding("c"))
    found = graded(*studies, mkm=["press"])
    assert found.points == dict.fromkeys(POINTS, True)
    assert (found.sum, found.level) == (5, "high")


@pytest.mark.parametrize(
    ("point", "mkm", "findings"),
    [
        ("mkm", ["union", "press"], []),
        ("review", [], [finding("a", design="review")]),
        ("comparison", [], [finding("a", design="comparison")]),
        ("several", [], [finding("a"), finding("b", "little"), finding("c", "depends")]),
    ],
)
def test_each_point_is_given_for_its_own_reason(point, mkm, findings):
    found = graded(*findings, mkm=mkm)
    assert [name for name, given in found.points.items() if given] == [point]


def test_a_party_gives_no_point_neither_on_mkm_nor_with_studies_of_its_own():
    found = graded(finding("union", design="review"), mkm=["union"])
    assert (found.sum, found.studies, found.mkm.party) == (0, [], 1)


def test_studies_agree_when_two_in_three_point_one_way_and_it_depends_is_no_way():
    def agree(*ways):
        studies = [finding(id_, finds) for id_, finds in zip("abc", ways, strict=True)]
        return graded(*studies).points["agree"]

    assert agree("little", "little", "helps")
    assert not agree("helps", "little", "depends")
    assert not agree("depends", "depends", "depends")


def test_a_study_that_measured_no_effect_is_told_and_gives_no_point():
    felt = [
        finding(id_, "unmeasured", design)
        for id_, design in zip("ab", ("review", "comparison"), strict=True)
    ]
    found = graded(*felt, finding("c", "unmeasured"))
    assert found.sum == 0
    assert found.directions == {"unmeasured": 3}
    assert not graded(finding("a"), finding("b"), felt[0]).points["agree"]
    assert graded(finding("a", design="review"), finding("d", "unmeasured")).sum == 1


def test_a_point_is_taken_back_when_most_studies_are_not_read_and_never_below_none():
    assert graded(finding("d")).sum == 0
    assert graded(finding("d", design="review")).sum == 0
    assert graded(finding("d", design="review"), finding("a")).sum == 1


def test_every_phase_tool_and_building_block_of_the_site_has_a_grade_and_its_hours():
    content = load_content(Project(ROOT))
    records = content.datasets.records
    found = grades(content.site, records, content.sources)
    subjects = [*records["phases"], *records["tools"], *records["building-blocks"]]
    assert list(found) == [each["id"] for each in subjects]
    assert all(found[each["id"]].hours for each in (*records["phases"], *records["tools"]))
    assert len({found[phase["id"]].sum for phase in records["phases"]}) > 1


@pytest.mark.parametrize("code", ["no", "en"])
def test_the_box_of_a_phase_counts_the_sources_on_mkm_that_its_text_cites(code):
    content = load_content(Project(ROOT))
    about_mkm = {id_ for id_, each in content.sources.items() if each.record.get("mkm")}
    pages = {
        page.text("record"): page.body
        for page in content.site.pages
        if page.kind == KNOWLEDGE and page.locale.code == code
    }
    for phase in content.datasets.records["phases"]:
        text = pages[phase["id"]].split("{ #known-otherwise }")[0]
        cited = {cite.id for found in find_citations(text) for cite in found.cites}
        assert set(phase["mkm"]["sources"]) == cited & about_mkm, phase["id"]


@pytest.mark.parametrize("code", ["no", "en"])
def test_the_page_on_how_much_we_know_prints_the_rule_with_its_words(code, words):
    text = (ROOT / f"docs/{code}/om/hvor-mye-vi-vet.md").read_text(encoding="utf-8")
    rule = text.split("{ #evidence-rule }")[1].split("\n## ")[0]
    assert len(
        [line for line in rule.splitlines() if line[:2] in {f"{n}." for n in range(1, 9)}]
    ) == len(POINTS)
    highest = len(POINTS)
    for least, level in LEVELS:
        points = f"{least}–{highest}" if least != highest else str(least)
        assert f"| {points} | {words[code](f'grade.level.{level}')} |" in rule
        highest = least - 1
    said = text.split("{ #findings }")[1].split("\n## ")[0]
    # A line for each way to find an effect, and one for studies that measured none.
    assert len([line for line in said.splitlines() if line.startswith("- **")]) == len(FINDS) == 4


def test_the_example_on_that_page_is_what_phase_6_gets():
    content = load_content(Project(ROOT))
    found = grades(content.site, content.datasets.records, content.sources)
    phase = found["phase-6-implementation"]
    yes = {point for point, given in phase.points.items() if given}
    assert (yes, phase.unread, phase.sum) == ({"several", "review", "comparison"}, True, 2), (
        "mend the example in docs/no/om/hvor-mye-vi-vet.md and its English page"
    )
    assert phase.level == "low"


@pytest.mark.parametrize("code", ["no", "en"])
def test_grades_and_the_map_of_evidence_lead_to_headings_of_that_page(code):
    linked = re.compile(r'link\("how-much-we-know"\) }}#([a-z-]+)')
    templates = (ROOT / "overrides/components").glob("*.html")
    anchors = {each for path in templates for each in linked.findall(path.read_text("utf-8"))}
    text = (ROOT / f"docs/{code}/om/hvor-mye-vi-vet.md").read_text(encoding="utf-8")
    assert anchors == {"evidence-rule", "independent"}
    assert all(f"{{ #{each} }}" in text for each in anchors)
