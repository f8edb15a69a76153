"""Citations in places where no note can be rendered: links, headings, tags, front matter, data.

A note is a link, so nesting it in another link breaks both; titles and search results are plain
text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from scripts.checks.intended_headings import intended_headings
from scripts.common.problems import Problem
from scripts.common.shorten import shorten
from scripts.common.yaml_lines import YamlText
from scripts.content.citations import MARKS, find_citations
from scripts.content.markdown import line_at, links, mask_code
from scripts.content.page_cache import cached_of_files, cached_per_page, digest
from scripts.content.pages import Site, SourcePage

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
# An HTML link: its start tag and the content up to the end tag.
_HTML_LINK = re.compile(r"<a\s[^<>]*>[^<]*+(?:<(?!/a>)[^<]*+)*+", re.IGNORECASE)
_NAMED = re.compile(r"(?<![\w\\])@([a-z0-9][a-z0-9-]*[a-z0-9])")

# Brackets around what may be a source id without its @, and not part of a link.
_UNSIGNED = re.compile(
    r"(?<![\w\\!\]])\[(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)(?P<rest>[,;][^\[\]\n]*)?\](?![\[({:])"
)

_BETWEEN_STOPS = re.compile(r"(?<!\.)\.[ \t]*\n?[ \t]*(?:\[@[^\[\]\n]*\][ \t]*)+\.(?!\.)")

# A comma or dash within a number or a compound is taken for one behind the citation.
_RUN_INTO = re.compile(
    r"(?P<before>(?<!\w)\w{1,40})?(?P<cited>(?<![\\!])\[@[^\[\]\n]*\])"
    r"(?:\w|[-–]\w|[.,:]\d)\w{0,39}"
)
# A note within <sup> would be raised twice; nobody expects one on a key.
_SMALL = re.compile(r"<(?P<name>kbd|sup|sub)>[^<]*+</(?P=name)>")
# A place in a source behind its name in the text, as Pandoc and people write it, or an ending.
_PLACE_BEHIND = re.compile(
    # In round brackets, it is told with them (citations.py).
    r"(?<![\w\[(;@./\\-])@(?P<id>[a-z0-9][a-z0-9-]*[a-z0-9])"
    r"(?:(?P<ending>['’]s?\b)"
    r"|(?:,[ ]?|[ ]?[\[(])(?P<place>(?:ss?|side|pp?|page|kap|ch)\.?[ ]?\d[^\]),;\n]*))"
)
_TWO_CLOSED = re.compile(r"(?<![\\!])\[@[^\[\]\n]*\]\]")
_ESCAPED_BRACKET = re.compile(r"\\[\[\]]")
# Citations only, without any words.
_ALONE = re.compile(r"(?:\[@[^\[\]]*\][ .,;]*)+")

# Places where a citation is not allowed, each with the remedy.
_LINK = ("the text of a link", "put it behind the link")
_HEADING = ("a heading", "put it in the text below")
_HTML = ("a tag of HTML", "put it in the text")


def check_places(
    site: Site, files: Mapping[str, YamlText], sources: Collection[str]
) -> list[Problem]:
    """Report citations that would not become notes; `files` are the data files by name."""
    known = {*sources, *MARKS}
    ids = digest(*sorted(known))
    by_page = cached_per_page(
        site.root, "places", site.pages, lambda page: _page(page, known), lambda page: ids
    )
    problems = [problem for part in by_page for problem in part]
    fix = "name the source in the key `sources` of the record"
    of_data = cached_of_files(
        site.root,
        "places-in-data",
        files.values(),
        lambda: [each for parsed in files.values() for each in _in_values(parsed, known, fix)],
        ids,
    )
    return [*problems, *of_data]


def _page(page: SourcePage, known: Collection[str]) -> list[Problem]:
    problems = [*_in_text(page, known), *_in_link(page, known), *_without_at(page, known)]
    problems += [*_between_stops(page), *_run_into(page), *_alone(page)]
    problems += [*_behind_names(page, known), *_in_two_brackets(page)]
    fix = "take it away: the page cites in its text"
    return [*problems, *_in_values(page.front_matter, known, fix)]


def _in_text(page: SourcePage, known: Collection[str]) -> Iterator[Problem]:
    masked = mask_code(page.body)
    places = [(each.start, each.end, _LINK) for each in links(page.body)]
    places += [(each.start, each.end, _HEADING) for each in intended_headings(page)]
    places += [(*each.span(), _LINK) for each in _HTML_LINK.finditer(masked)]
    places += [(*each.span(), _HTML) for each in _TAG.finditer(masked)]
    for small in _SMALL.finditer(masked):
        fix = f"put it behind </{small['name']}>"
        places.append((*small.span(), (f"<{small['name']}>", fix)))
    for citation in find_citations(page.body, page.body_line):
        if citation.in_text and citation.cites[0].id not in known:
            continue
        for start, end, (place, fix) in places:
            if start <= citation.start < end:
                yield Problem(page.path, citation.line, f"a citation cannot stand in {place}", fix)
                break


def _without_at(page: SourcePage, known: Collection[str]) -> Iterator[Problem]:
    """Source ids in brackets without their @, which would be published literally."""
    for match in _UNSIGNED.finditer(mask_code(page.body)):
        if match["id"] in known:
            line = line_at(page.body, match.start(), page.body_line)
            what = f'"{match.group()}" would be published as it stands: the @ is missing'
            written = f"[@{match['id']}{match['rest'] or ''}]"
            yield Problem(page.path, line, what, f"write {written}")


def _between_stops(page: SourcePage) -> Iterator[Problem]:
    """Full stops both before and after a citation: both would be published."""
    for match in _BETWEEN_STOPS.finditer(mask_code(page.body)):
        line = line_at(page.body, match.start(), page.body_line)
        what = "a full stop stands before the citation and behind it"
        yield Problem(page.path, line, what, "take one of them away")


def _run_into(page: SourcePage) -> Iterator[Problem]:
    """Letters or digits directly after a citation: the note would be run into the word."""
    for match in _RUN_INTO.finditer(mask_code(page.body)):
        line = line_at(page.body, match.start("cited"), page.body_line)
        what = f'"{shorten(match.group(), 40)}" would show the note and what follows as one word'
        fix = "put the citation behind the word" if match["before"] else "put a space behind it"
        yield Problem(page.path, line, what, fix)


def _alone(page: SourcePage) -> Iterator[Problem]:
    """Paragraphs of nothing but citations: a note number with no statement to support."""
    lines = ["", *mask_code(page.body).split("\n"), ""]
    for index, line in enumerate(lines[1:-1], 1):
        neighbours = lines[index - 1] + lines[index + 1]
        if line.startswith("[@") and _ALONE.fullmatch(line) and not neighbours.strip():
            what = (
                f'"{shorten(line.strip(), 40)}" stands alone, and no words that it is a source of'
            )
            fix = "put it behind the words that it belongs to, or say before it what it is"
            yield Problem(page.path, page.body_line + index - 1, what, fix)


def _behind_names(page: SourcePage, known: Collection[str]) -> Iterator[Problem]:
    """An ending or a place behind a name in the text, between which the note would stand."""
    for match in _PLACE_BEHIND.finditer(mask_code(page.body)):
        if match["id"] not in known:
            continue
        line = line_at(page.body, match.start(), page.body_line)
        if match["ending"]:
            what = f'"{match.group()}" would have the note before {match["ending"]}'
            fix = f"write the name yourself, and [@{match['id']}] behind the statement"
        else:
            what = f'"{match.group()}" would have the note before the place'
            fix = f"write [@{match['id']}, {match['place'].strip()}] behind the statement"
        yield Problem(page.path, line, what, fix)


def _in_two_brackets(page: SourcePage) -> Iterator[Problem]:
    """A second closing bracket behind a citation, to which no opening one belongs."""
    masked = mask_code(page.body)
    for match in _TWO_CLOSED.finditer(masked):
        row = _ESCAPED_BRACKET.sub(
            "", masked[masked.rfind("\n", 0, match.start()) + 1 : match.end()]
        )
        if row.count("]") > row.count("["):
            line = line_at(page.body, match.start(), page.body_line)
            what = f'"{shorten(match.group(), 40)}" ends with one bracket too many'
            yield Problem(page.path, line, what, f"write {match.group()[:-1]}")


def _in_link(page: SourcePage, known: Collection[str]) -> Iterator[Problem]:
    """Citations in link texts; only known sources count, since a text may hold an @ of its own."""
    for link in links(page.body):
        start = link.start + (2 if link.image else 1)
        for match in _NAMED.finditer(page.body, start, start + len(link.text)):
            if match[1] in known:
                line = line_at(page.body, match.start(), page.body_line)
                place, fix = _LINK
                yield Problem(page.path, line, f"a citation cannot stand in {place}", fix)


def _in_values(parsed: YamlText, known: Collection[str], fix: str) -> Iterator[Problem]:
    for path, text in parsed.texts():
        citations = find_citations(text) if "@" in text else ()
        if any(not each.in_text or each.cites[0].id in known for each in citations):
            key = ".".join(map(str, path))
            what = f"a citation in {key} is not read"
            yield Problem(parsed.path, parsed.line(path), what, fix)
