"""The rule by which readers tell sources from this site's own words is true of every statement.

The rule stands at the head of each list of references: a number gives the source of what comes
before it in the paragraph, list item or table row, back to the bracket before; "based on" says
that some of it is concluded by the site; what says "we" or no number follows is the site's own.
"""

import re

import markdown
import pytest
from bs4 import BeautifulSoup

from scripts.bibliography.note_extension import NoteExtension, PageNotes
from scripts.bibliography.notes import Notes
from scripts.bibliography.speaker import says_we
from scripts.checks.coverage import statements
from scripts.checks.run import checked_content
from scripts.common.paths import Project
from scripts.content.citations import MARKS, find_citations
from scripts.content.statements import ROW, Block
from scripts.web.article import GAP
from tests.unit.projects import ROOT

_EXTENSIONS = ["attr_list", "def_list", "tables", "sane_lists"]
PLAIN = markdown.Markdown(extensions=_EXTENSIONS)
SOURCE, BOTH, OWN = "source", "both", "own"
# A sign that no text of the site holds, and what it says of the words before it.
SIGN = re.compile(r"¤(\w+)¤")
BRACKET = re.compile(rf"{GAP}\[([^\]]*)\]")


@pytest.fixture(scope="module")
def content():
    return checked_content(Project(ROOT))


def html_of(block, made):
    text = block.text
    if block.kind == ROW:
        cells = text.strip().strip("|").count("|") + 1
        text = f"{'| a ' * cells}|\n{'| - ' * cells}|\n{text}"
    soup = BeautifulSoup(made.reset().convert(text), "html.parser")
    for unseen in soup.select("[hidden], thead, .mark"):
        unseen.decompose()
    for cell in soup.find_all("td"):
        cell.append(" ")
    return soup.get_text()


def told(text, sign, origin_of, code):
    """Each word of a text with whose it is, by the signs that follow the words.

    Sentences that say "we" are the site's, whatever follows: a number names what they are about.
    A question states nothing, and is nobody's.
    """
    found, position = [], 0
    for match in sign.finditer(text):
        origin = origin_of(match[1])
        found += words_of(text[position : match.start()], origin, code)
        position = match.end()
    return found + words_of(text[position:], OWN, code)


def words_of(text, origin, code):
    return [
        (word, OWN if says_we(sentence, code) else origin)
        for sentence in re.split(r"(?<=[.!?])\s+", text)
        if not sentence.rstrip().endswith("?")
        for word in re.findall(r"\w+", sentence)
    ]


def written(block, code):
    """Whose each word is by the marks of its editor."""
    text, position = "", 0
    for citation in find_citations(block.text):
        ids = {cite.id for cite in citation.cites}
        sourced, own = ids - set(MARKS), "editorial" in ids
        origin = BOTH if sourced and own else SOURCE if sourced else OWN if own else ""
        text += block.text[position : citation.start] + (f" ¤{origin}¤ " if origin else "")
        position = citation.end
    text += block.text[position:]
    # Brackets with nothing between them are one.
    text = re.sub(r"¤source¤\s*¤own¤|¤own¤\s*¤source¤", "¤both¤", text)
    text = re.sub(r"¤(source|both)¤\s*¤source¤", r"¤\1¤", text)
    return told(html_of(Block(block.kind, text, 1), PLAIN), SIGN, str, code)


def as_read(block, made, words):
    """Whose each word is to a reader who knows the rule and sees the page."""
    own, both = words("note.ours"), words("note.own")

    def origin(inside):
        return OWN if inside == own else BOTH if inside.startswith(f"{both}{GAP}") else SOURCE

    return told(html_of(block, made), BRACKET, origin, words.code)


@pytest.fixture
def reader(words, real_sources):
    """Reads a statement in a language by the rule."""
    made = {}
    for code, language in words.items():
        notes = PageNotes(Notes(real_sources, language, ""), "", lambda _: "", "")
        extensions = [*_EXTENSIONS, NoteExtension(notes)]
        made[code] = markdown.Markdown(extensions=extensions)
    return lambda block, code: as_read(block, made[code], words[code])


def test_a_reader_can_tell_for_every_statement_whose_it_is(content, reader):
    wrong, looked_at = [], 0
    for page in content.site.pages:
        for block, _ in statements(page):
            looked_at += 1
            if reader(block, page.locale.code) != written(block, page.locale.code):
                wrong.append(f"{page.path}:{block.line}: {block.text[:80]}")
    assert looked_at > 1000
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    ["Vårt [@editorial]. Deres [@a]. Mer [@a; @editorial].", "Deres [@a]. Vårt [@editorial]."],
)
def test_the_comparison_sees_who_says_what(text):
    block = Block("paragraph", text, 1)
    assert {origin for _, origin in written(block, "no")} >= {OWN, SOURCE}
