"""Paper says what the page says: the same headings, the same text, in the same order."""

import re

from scripts.documents.pdf.phase_documents import GUIDE
from tests.print.screen import tree_of
from tests.print.tags import squeezed

# What the handbook has besides the method and the glossary.
KINDS = ("phase", "phase-knowledge", "tool")
GUIDES = ("veiledning.pdf", "-guide.pdf")
SHEETS = ("-ark.pdf", "-sheet.pdf")


def section(tree, anchor):
    """The elements below a heading of a page, as far as the next one."""
    found = []
    for element in tree.find(id=anchor).find_next_siblings():
        # What is in short stands in a box of its own, with its heading in it.
        if element.name == "h2" or element.find("h2"):
            break
        # The short meetings have files of their own.
        if "variants" not in element.get("class", []):
            found.append(element)
    return found


def heading(element):
    return squeezed(re.sub("#$", "", element.get_text().strip()))


def words(element):
    """The text of an element without its notes and marks, which paper sets in its own way."""
    element = element.__copy__()
    for part in element.select("sup, .mark, .headerlink, .editorial-note, .paper-files, .ticks"):
        part.decompose()
    return squeezed(element.get_text())


def tag_text(pdf):
    """The text of a PDF in the order of its tags, less its notes and marks."""
    return squeezed(re.sub(r"vår vurdering|our view", "", pdf.root.text))


def test_the_headings_of_a_guide_are_those_of_the_page_in_its_order(of_kind, page_of):
    for name, pdf in of_kind(*GUIDES).items():
        page, tree = page_of[name]
        shown = [text for level, text in pdf.headings if level == 2]
        expected = [heading(tree.find(id=anchor)) for anchor in GUIDE]
        sources = [text for text in shown if text in ("Kilder", "Sources")]
        assert shown == [*expected, *sources], name
        assert pdf.headings[0] == (1, squeezed(page["title"])), name


def test_the_text_of_a_guide_is_read_in_the_order_of_the_page(of_kind, page_of):
    for name, pdf in of_kind(*GUIDES).items():
        _, tree = page_of[name]
        text, position = tag_text(pdf), 0
        for anchor in GUIDE:
            for element in section(tree, anchor):
                for part in element.select("li, p, td") or [element]:
                    # Paper has no use for what is said of ticks on a screen.
                    if part.select("li, p, sup") or {"editorial-note", "ticks"} & {
                        *part.get("class", [])
                    }:
                        continue
                    if part.find_parent(class_="paper-files"):
                        continue
                    said = words(part)
                    found = text.find(said, position)
                    assert found >= 0, f"{name}, {anchor}: {part.get_text()!r}"
                    position = found


def test_every_pitfall_of_a_page_is_in_its_guide(of_kind, page_of):
    """They once went, without a word, where a guide had more than six pages."""
    for name, pdf in of_kind(*GUIDES).items():
        _, tree = page_of[name]
        leads = [lead for part in section(tree, "pitfalls") for lead in part.select("li > strong")]
        assert len(leads) >= 3, name
        for lead in leads:
            assert words(lead) in pdf.text, f"{name}: {lead.get_text()}"


def test_each_step_role_and_question_of_the_page_is_in_the_guide_once(of_kind, page_of):
    for name, pdf in of_kind(*GUIDES).items():
        _, tree = page_of[name]
        text = tag_text(pdf)
        for anchor in ("suggestion", "checklist", "ready"):
            for item in (each for part in section(tree, anchor) for each in part.select("li")):
                if not item.select("sup"):
                    assert text.count(words(item)) == 1, f"{name}: {item.get_text()}"


def test_the_minutes_of_every_agenda_add_up_on_paper(of_kind, page_of):
    kinds = (*GUIDES, "verkstedspakke.pdf", "workshop-pack.pdf")
    for name, pdf in of_kind(*kinds).items():
        told = int(re.search(r"\d+", told_time(pdf))[0])
        agendas = [
            table
            for table in pdf.named("Table")
            if re.match(r"(Klokka|Time)?(Minutter|Minutes)", squeezed(table.text))
        ]
        assert agendas, name
        # An agenda that goes over two sheets is two tables; a pack has it twice, for who
        # leads and for who takes part.
        minutes = [
            int(cells[1 if cells[0] == "" else 0])
            for table in agendas
            for cells in body_rows(table)
        ]
        times = 1 if name.endswith(GUIDES) else 2
        assert sum(minutes) == times * told, name


def body_rows(table):
    """The text of each cell, row by row, below the head of a table."""
    rows = [row for row in table.walk() if row.name == "TR" and "TBody" in row.parents]
    return [[kid.text.strip() for kid in row.kids] for row in rows]


def told_time(pdf):
    """What the document says of how long the workshop is."""
    text = pdf.root.text
    pattern = r"Til sammen \d+|\d+\s*minutes in all|(?:Tid|Time)\s*\d+"
    return re.search(pattern, text)[0]


def test_the_sheet_of_a_tool_has_its_steps_and_its_whole_form(of_kind, page_of):
    for name, pdf in of_kind(*SHEETS).items():
        page, tree = page_of[name]
        assert pdf.headings[0] == (1, squeezed(page["title"])), name
        shown = [text for level, text in pdf.headings if level == 2]
        assert heading(tree.find(id="how")) == shown[0], name
        assert shown[-1] == heading(tree.find(id="form")) + squeezed(f": {page['title']}"), name
        forms = [table for element in section(tree, "form") for table in element.select("table")]
        # A form that goes over two sheets is two tables there.
        printed = [row for table in pdf.named("Table") for row in body_rows(table)]
        expected = [row for form in forms for row in form.select("tbody tr")]
        assert [squeezed("".join(row)) for row in printed] == [words(row) for row in expected], name
        assert [len(row) for row in printed] == [len(row.select("td")) for row in expected], name


def test_a_workshop_pack_has_the_forms_of_every_tool_of_its_phase(of_kind, page_of):
    for name, pdf in of_kind("verkstedspakke.pdf", "workshop-pack.pdf").items():
        _, tree = page_of[name]
        tools = [squeezed(link.get_text()) for link in tree.select("[data-list=tools] .entry a")]
        shown = [text for level, text in pdf.headings if level == 2]
        assert tools, name
        for tool in tools:
            assert any(text.endswith(tool) for text in shown), f"{name}: {tool}"


def test_each_role_has_a_sheet_of_its_own_that_says_what_it_does(of_kind, page_of):
    for name, pdf in of_kind("rolleark.pdf", "role-sheets.pdf").items():
        _, tree = page_of[name]
        roles = [h3 for element in section(tree, "who-does-what") for h3 in element.select("h3")]
        assert [text for level, text in pdf.headings if level == 1] == [
            heading(role) for role in roles
        ], name
        assert len(pdf.file.pages) == len(roles), name
        for role in roles:
            for item in role.find_next("ul").select("li"):
                if not item.select("sup"):
                    assert words(item) in pdf.text, f"{name}: {item.get_text()}"


def test_the_handbook_has_every_heading_of_its_pages_in_order(pdfs, pages, site, root):
    for name, lang in (("trykk/handbok.pdf", "nb"), ("en/print/handbook.pdf", "en")):
        shown = [text for _, text in pdfs[name].headings]
        position = 0
        by_number = [page for page in pages if page["lang"] == lang and page["kind"] in KINDS]
        assert len(by_number) == 26
        for page in by_number:
            tree = tree_of(site / page["url"] / "index.html")
            found = tree.select(".text > h2, .text > h3, .in-short > h2")
            if page["kind"] == "tool":
                # As on the sheet of the tool, the form comes last.
                found.sort(key=lambda each: each.get("id") == "form")
            # In the book, what these lead on to is the next chapter, or not there.
            left = {"references", "knowledge", "onward"}
            expected = [heading(each) for each in found if each.get("id") not in left]
            assert len(expected) >= 3, page
            position = shown.index(squeezed(page["title"]))
            rest = shown[position : position + 60]
            assert [text for text in rest if text in expected][: len(expected)] == expected, page


def test_the_handbook_tells_the_page_of_each_chapter(pdfs):
    for name in ("trykk/handbok.pdf", "en/print/handbook.pdf"):
        pdf = pdfs[name]
        contents = pdf.plumbed.pages[1].extract_text()
        numbers = [int(number) for number in re.findall(r" (\d+)$", contents, re.MULTILINE)]
        assert len(numbers) > 25
        assert numbers == sorted(numbers)
        assert numbers[-1] <= len(pdf.file.pages)
        for line in contents.splitlines():
            match = re.match(r"(?:Fase|Phase) \d: (.+) (\d+)$", line)
            if match:
                page = pdf.plumbed.pages[int(match[2]) - 1].extract_text()
                assert squeezed(match[1]) in squeezed(page), line
