"""The building blocks of custom agendas, each with a stable id.

A block is a line of a phase's workshop or of its short meeting, or a whole tool. Its id is a slug
of the line's English name, so that it is the same in both languages and does not change when
lines are inserted: the URLs of custom agendas contain it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scripts.content.agendas import AgendaLine, agenda_lines
from scripts.content.pages import Site, SourcePage
from scripts.content.records import OwnAgenda, Phase, RecordSets
from scripts.content.short_forms import LONG, SHORT, notes_to
from scripts.language.folding import tokens
from scripts.language.locales import LOCALES, Locale

# Besides the long workshop and the short meeting.
TOOL = "tool"
# The id of a break in a URL, and its default length.
BREAK, BREAK_MINUTES = "break", 10
# The most minutes that a meeting may last without a break.
LONGEST = 90
_LINK, _MARK = re.compile(r"\[([^\]]*)\]\([^)]*\)"), re.compile(r"[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}")
_ENGLISH = next(locale for locale in LOCALES if locale.prefix)


@dataclass(frozen=True)
class AgendaBlock:
    """A building block; `notes` are for the facilitator, `page` is the id of its source page.

    `kind` is `LONG`, `SHORT` or `TOOL`. `phase` is the id of its phase; for a tool, of the first
    phase that uses it.
    """

    id: str
    kind: str
    phase: str
    page: str
    minutes: int
    what: str
    how: str
    materials: str
    notes: tuple[str, ...] = ()


def agenda_blocks(site: Site, records: RecordSets, locale: Locale) -> list[AgendaBlock]:
    """The blocks in one language: the workshops by phase, then the short meetings, then the tools.

    Breaks are not included: readers insert them where needed.
    """
    pages, english = (_phase_pages(site, each) for each in (locale, _ENGLISH))
    blocks: list[AgendaBlock] = []
    for phase in records.get("phases", []):
        page, english_page = pages.get(phase["id"]), english.get(phase["id"])
        if page and english_page:
            blocks += _workshop_blocks(phase, page, english_page, locale)
    for phase in records.get("phases", []):
        blocks += _short_meeting_blocks(phase, records, locale)
    blocks += _tool_blocks(records, locale)
    return blocks


def minutes_of(agenda: OwnAgenda, blocks: Mapping[str, AgendaBlock]) -> list[tuple[str, int]]:
    """The lines of an agenda, in order: the id of each block and its minutes."""
    return [
        (
            each["block"],
            each.get("minutes")
            or (blocks[each["block"]].minutes if each["block"] in blocks else BREAK_MINUTES),
        )
        for each in agenda["blocks"]
    ]


def longest_stretch(lines: Iterable[tuple[str, int]]) -> int:
    """The most minutes without a break."""
    stretches = [0]
    for block, minutes in lines:
        if block == BREAK:
            stretches.append(0)
        else:
            stretches[-1] += minutes
    return max(stretches)


def _phase_pages(site: Site, locale: Locale) -> dict[str, SourcePage]:
    return {
        page.text("record"): page
        for page in site.of(locale).values()
        if page.kind == "phase" and page.readable
    }


def _workshop_blocks(
    phase: Phase, page: SourcePage, english_page: SourcePage, locale: Locale
) -> Iterator[AgendaBlock]:
    lines, english_lines = agenda_lines(page) or [], agenda_lines(english_page) or []
    ids = _ids(f"{phase['number']}", [each.name for each in english_lines])
    for number, (line, id_) in enumerate(zip(lines, ids, strict=False), 1):
        minutes, what, how, materials = _cells(line)
        if _is_break(english_lines[number - 1].name) or not minutes.isdecimal():
            continue
        notes = notes_to(phase, number, locale.code)
        yield AgendaBlock(
            id_, LONG, phase["id"], page.id, int(minutes), what, how, materials.strip("–"), notes
        )


def _short_meeting_blocks(
    phase: Phase, records: RecordSets, locale: Locale
) -> Iterator[AgendaBlock]:
    short_form = next(
        (each for each in records.get("short-forms", []) if each["id"] == phase["id"]), None
    )
    lines = short_form["lines"] if short_form else []
    ids = _ids(f"{phase['number']}s", [line["what"][_ENGLISH.code] for line in lines])
    for line, id_ in zip(lines, ids, strict=True):
        materials = line.get("materials")
        yield AgendaBlock(
            id_,
            SHORT,
            phase["id"],
            phase.get("page", ""),
            line["minutes"],
            line["what"][locale.code],
            line["how"][locale.code],
            materials[locale.code] if materials else "",
            tuple(
                note
                for number in line.get("of", [])
                for note in notes_to(phase, number, locale.code, SHORT)
            ),
        )


def _tool_blocks(records: RecordSets, locale: Locale) -> Iterator[AgendaBlock]:
    for tool in records.get("tools", []):
        yield AgendaBlock(
            tool["id"],
            TOOL,
            tool["phases"][0],
            tool.get("page", ""),
            tool["minutes"],
            tool["title"][locale.code],
            tool["summary"][locale.code],
            tool["materials"][locale.code],
        )


def _cells(line: AgendaLine) -> tuple[str, str, str, str]:
    """Minutes, what, how and materials as plain text, padded with "" where cells are missing."""
    minutes, what, how, materials = (*map(_plain_text, line.cells), "", "", "", "")[:4]
    return minutes, what, how, materials


def _plain_text(cell: str) -> str:
    return _MARK.sub("", _LINK.sub(r"\1", cell)).strip()


def _is_break(name: str) -> bool:
    return name.lower() == BREAK


def _ids(prefix: str, names: Iterable[str]) -> Iterator[str]:
    """An id for each name; duplicates are numbered."""
    used: dict[str, int] = {}
    for name in names:
        slug = "-".join(re.sub(r"[^a-z0-9]+", "", word) for word in tokens(name)) or "line"
        used[slug] = used.get(slug, 0) + 1
        yield f"{prefix}-{slug}" + (f"-{used[slug]}" if used[slug] > 1 else "")
