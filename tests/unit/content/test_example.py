"""The invented example shows the forms of the tools as they are, and never passes for a case."""

import re

import pytest

from scripts.content.pages import load_site
from scripts.language.locales import LOCALES
from tests.unit.projects import ROOT

SITE = load_site(ROOT)
PAGES = [page for page in SITE.pages if page.key.startswith("eksempel/")]
INVENTED = {"no": "oppdiktet", "en": "invented"}
# What a form asks with is no head over what was answered.
ANSWERED = {"no": ("Skriv her", "Svar"), "en": ("Write here", "Answer")}
LONGEST = 1_500
# `**Oppdiktet ark: [Partskart](../verktoy/partskart.md)**`
SHEET = re.compile(
    r"^\*\*(?P<label>[^\[\n]+) \[[^\]]+\]\(\.\./(?P<tool>verktoy/[\w-]+\.md(#[\w-]+)?)\)\*\*$"
)


def tables(text: str) -> list[list[list[str]]]:
    """The tables of a Markdown text: rows of cells, without the rule below the head."""
    found: list[list[list[str]]] = [[]]
    for line in text.split("\n"):
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if not set("".join(cells)) <= set("- "):
                found[-1].append(cells)
        elif found[-1]:
            found.append([])
    return [table for table in found if table]


def sheets(page) -> dict[str, tuple[str, str]]:
    """The sheets of a page: by tool, the label and the text up to the next sheet or heading."""
    found, tool = {}, None
    for line in page.body.split("\n"):
        if match := SHEET.match(line):
            tool = match["tool"]
            found[tool] = (match["label"], "")
        elif line.startswith("#"):
            tool = None
        elif tool:
            found[tool] = (found[tool][0], f"{found[tool][1]}\n{line}")
    return found


def form_of(tool: str, locale) -> list[list[list[str]]]:
    """The tables of a tool, or of a paper on the page of all papers."""
    key, _, paper = tool.partition("#")
    body = SITE.of(locale)[key].body
    return tables(body.partition(f"{{ #{paper or 'form'}")[2].partition("\n## ")[0])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_every_page_and_sheet_of_the_example_says_that_it_is_invented(page):
    word = INVENTED[page.locale.code]
    assert word in page.title.lower()
    assert word in page.body.strip().split("\n")[0].lower()
    for label, _ in sheets(page).values():
        assert word in label.lower()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_a_sheet_has_the_fields_of_its_form(page):
    for tool, (_, text) in sheets(page).items():
        filled, form = tables(text), form_of(tool, page.locale)
        if "#" in tool:
            # A paper may be filled in over several phases, from the top.
            assert filled, tool
            form = form[: len(filled)]
        ask, answer = ANSWERED[page.locale.code]
        heads = [[answer if head == ask else head for head in table[0]] for table in form]
        assert [table[0] for table in filled] == heads, tool
        for mine, theirs in zip(filled, form, strict=True):
            fields = [row[0] for row in theirs[1:] if row[0] != "&nbsp;"]
            assert [row[0] for row in mine[1:]][: len(fields)] == fields, tool


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_a_page_of_the_example_is_at_most_1500_words(page):
    text = re.sub(r"\[@[^\]]*\]|\]\([^)]*\)|\{[^}]*\}|[|#*-]|&nbsp;", " ", page.body)
    assert len(text.split()) <= LONGEST


def test_the_example_goes_through_all_seven_phases_in_both_languages():
    for locale in LOCALES:
        pages = [page for page in PAGES if page.locale is locale]
        anchors = {anchor for page in pages for anchor in re.findall(r"#(phase-\d)", page.body)}
        assert anchors == {f"phase-{number}" for number in range(1, 8)}
        shown = {tool for page in pages for tool in sheets(page) if "#" not in tool}
        tools = {key for key in SITE.of(locale) if key.startswith("verktoy/")}
        assert shown == {key for key in tools if SITE.of(locale)[key].kind == "tool"}
