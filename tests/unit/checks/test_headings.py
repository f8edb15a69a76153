"""Headings and links: what the built page would do decides what is a fault."""

import re

import pytest

from scripts.checks.headings import check_headings, check_page_headings, check_same_sections
from scripts.common.paths import Project
from scripts.common.yaml_lines import load_yaml
from scripts.language.locales import ENGLISH, NORWEGIAN
from tests.unit.projects import ROOT, edit, problems_of, write_pages

HISTORY = "docs/no/metoden/historie.md"
COUNTERPART = "docs/en/metoden/historie.md"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{ #unknown .editorial }", "{ #unknown }", r"\beditorial\b"),
        ("### Before 1997", "## Before 1997", r"\blevel\b|(?<!#)###(?!#)"),
    ],
    ids=["class", "level"],
)
def test_headings_that_differ_only_in_class_or_level_are_told_apart(project, old, new, said):
    edit(project, COUNTERPART, old, new)
    report = problems_of(project)
    assert len(report) == 1
    assert re.search(said, report[0])


def test_counterparts_are_told_in_the_words_of_their_headings_what_differs(tmp_path):
    def said(ours, theirs):
        pages = {f"{code}/a.md": text for code, text in (("no", ours), ("en", theirs))}
        site = write_pages(tmp_path, pages)
        original, counterpart = site.of(NORWEGIAN)["a.md"], site.of(ENGLISH)["a.md"]
        return [str(each) for each in check_same_sections(original, counterpart, set())]

    fix = "make the headings equal to those of docs/no/a.md"
    assert said("## A { #a .x .b }\n", "## A { #a .b .x }\n") == []
    assert said("## A { #a .x .b }\n", "\n### En A { #a }\n") == [
        'docs/en/a.md:2: the heading "En A" (#a) has level 3 and no class, but '
        f"level 2 and .b .x in the original (line 1) – {fix}"
    ]
    assert said("\n## A { #a }\n", "## B { #b }\n") == [
        'docs/en/a.md:1: the heading "B" (#b) stands where the original has "A" (#a, line 2) '
        "– write { #a }, or { #b } in docs/no/a.md if that one was changed (make rename-anchor "
        "changes both)"
    ]
    assert said("## A { #a }\n\n## B { #b }\n", "## A { #a }\n") == [
        'docs/en/a.md:1: the section "B" (#b) of docs/no/a.md:3 is missing – put it in at the end, '
        "with { #b }"
    ]
    assert said("## B { #b }\n", "## A { #a }\n\n## B { #b }\n") == [
        'docs/en/a.md:1: the section "A" (#a) is not in docs/no/a.md – put it in there too, '
        "or take it away here"
    ]
    assert said("## A { #a }\n\n## B { #b }\n", "## B { #b }\n\n## A { #a }\n") == [
        'docs/en/a.md:1: the section "B" (#b) stands elsewhere than in the original – move it, '
        "or move that of docs/no/a.md:3"
    ]


@pytest.mark.parametrize(
    "wrong",
    ["#### Nytt { #new }", "### Nytt", "# Nytt { #new }", "### Nytt { #Nytt }", "###Nytt"],
)
@pytest.mark.parametrize("code", ["no", "en"])
def test_a_heading_that_is_wrong_blames_no_innocent_one_of_its_counterpart(tmp_path, wrong, code):
    front = "---\ntitle: A\nid: a\nkind: about\n---\n"
    good = "## A { #a }\n\nTekst.\n\n## B { #b }\n\nTekst.\n"
    pages = dict.fromkeys(("no/a.md", "en/a.md"), front + good)
    pages[f"{code}/a.md"] = front + good.replace("## B", f"{wrong}\n\nTekst.\n\n## B")
    site = write_pages(tmp_path, pages)
    told = check_headings(site)
    assert {problem.path for problem in told} <= {f"docs/{code}/a.md"}
    assert len(told) <= 1


def test_anchor_that_the_theme_uses_is_not_free_for_a_heading(tmp_path):
    # Paper and the book have documents of their own.
    printed = ROOT / "overrides" / "print"
    templates = {*(ROOT / "overrides").rglob("*.html")} - {*printed.rglob("*.html")}
    pattern = re.compile(r'\sid="([\w-]+)"')
    used = {name for path in templates for name in pattern.findall(path.read_text("utf-8"))}
    assert "main" in used
    text = "".join(f"## Tittel {{ #{name} }}\n\n" for name in sorted(used))
    (page,) = write_pages(tmp_path, {"no/a.md": text}).pages
    free = used - {problem.what.split('"')[1] for problem in check_page_headings(page)}
    assert free == set()


def test_anchor_of_a_record_is_not_free_on_a_page_that_lists_the_records(project):
    for code, after in (("no", "Begynn her"), ("en", "Begin here")):
        page = f"docs/{code}/index.md"
        edit(project, page, f"{after} {{ #start }}", f"{after} {{ #evaluation-2002 }}")
    assert problems_of(project) == []
    for code in ("no", "en"):
        edit(project, f"docs/{code}/index.md", "{{ municipalities }}", "{{ publications }}")
    assert ["evaluation-2002" in problem for problem in problems_of(project)] == [True, True]


def test_heading_may_step_up_several_levels_but_down_only_one(tmp_path):
    text = "## A { #a }\n\n### B { #b }\n\n#### C { #c }\n\n## D { #d }\n\n#### E { #e }\n"
    (page,) = write_pages(tmp_path, {"no/a.md": text}).pages
    assert [(problem.line, problem.fix) for problem in check_page_headings(page)] == [
        (9, "use ###")
    ]


@pytest.mark.parametrize(
    "link",
    [
        "https://www.example.no/side.md",
        "//www.example.no/side",
        "mailto:post@example.no",
        "#results",
        "steinkjer.md",
        "steinkjer.md#results",
        "./steinkjer.md",
        "../index.md",
        "../index.md#references",
        "../assets/images/wheel.svg",
        "../kommuner/s%C3%B8rum.md",
        "steinkjer.md?from=list#results",
    ],
)
def test_link_that_leads_somewhere_is_left_in_peace(project, link):
    edit(project, "docs/no/kommuner/steinkjer.md", "løftearm", f"[løftearm]({link})")
    text = "---\ntitle: Sørum\n---\n"
    site = write_pages(project.root, {"no/kommuner/sørum.md": text, "en/kommuner/sørum.md": text})
    assert check_headings(site) == []


def test_shared_file_may_be_linked_as_the_folders_lie(project):
    edit(project, HISTORY, "Hva sto i avtalene?", "![Hjulet](../../assets/images/wheel.svg)")
    assert problems_of(project) == []


def test_link_out_of_the_project_leads_to_no_file(project):
    edit(project, HISTORY, "Hva sto i avtalene?", "[Data](../../../data/sources.yml)")
    (problem,) = problems_of(project)
    assert "leads to no file" in problem


def test_link_in_code_is_not_followed(project):
    edit(project, HISTORY, "Hva sto i avtalene?", "Skriv `[navn](mangler.md)`.")
    assert problems_of(project) == []


def test_a_heading_of_a_type_may_have_other_words_that_its_shape_names(project):
    edit(project, "docs/no/kommuner/steinkjer.md", "## Annet fra kommunen", "## Siden")
    edit(project, "docs/en/kommuner/steinkjer.md", "## Also in the municipality", "## Since then")
    assert len(problems_of(project)) == 2
    heading = '{id: afterwards, "no": Annet fra kommunen, en: Also in the municipality'
    also = ', also: {"no": [Siden], en: [Since then]}'
    edit(project, "data/shapes.yml", heading, heading + also)
    assert problems_of(project) == []


def test_a_municipality_tells_what_was_done_before_who_sat_there():
    shape = load_yaml(Project(ROOT).data / "shapes.yml", ROOT)[0].data["municipality"]
    order = [part["id"] for part in shape]
    assert order.index("what-was-done") < order.index("organisation") < order.index("results")


def test_a_municipality_of_which_nothing_is_known_says_where_the_answers_may_be(project):
    for code, name, other in (
        ("no", "Kort fortalt", "Her kan svarene stå"),
        ("en", "In short", "Where the answers may be"),
    ):
        edit(project, f"docs/{code}/kommuner/steinkjer.md", f"## {name}", f"## {other}")
    assert problems_of(project) == []
