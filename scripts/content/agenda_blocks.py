"""The blocks that an agenda of one's own is put together from, each with an id that lasts.

A block is a line of a phase's workshop or of its short meeting, or a whole tool. Its id is made
from the English name of the line, so that it stays when lines are put in, and is the same in
both languages: addresses of agendas hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scripts.content.agendas import AgendaLine, agenda_lines
from scripts.content.pages import Site, SourcePage
from scripts.content.records import OwnAgenda, Phase, RecordSets
from scripts.content.short_forms import LONG, SHORT, notes_to
from scripts.language.folding import words
from scripts.language.locales import LOCALES, Locale

# Besides the long workshop and the short meeting.
TOOL = "tool"
# What a break is called in an address, and how long it is unless somebody says otherwise.
BREAK, BREAK_MINUTES = "break", 10
# So long a meeting may go on without a break.
LONGEST = 90
_LINK, _MARK = re.compile(r"\[([^\]]*)\]\([^)]*\)"), re.compile(r"[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}")
_ENGLISH = next(locale for locale in LOCALES if locale.prefix)


@dataclass(frozen=True)
class Block:
    """What can be put into an agenda; `notes` are for whoever leads, `page` is where it is from.

    `phase` is the id of the phase that it belongs to, of a tool the first that uses it.
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


def agenda_blocks(site: Site, records: RecordSets, locale: Locale) -> list[Block]:
    """The blocks in one language: those of each phase in order, then its short meeting, then tools.

    Breaks are none of them: they are put in where they are needed.
    """
    pages, english = (_phase_pages(site, each) for each in (locale, _ENGLISH))
    blocks: list[Block] = []
    for phase in records.get("phases", []):
        page, twin = pages.get(phase["id"]), english.get(phase["id"])
        if page and twin:
            blocks += _long(phase, page, twin, locale)
    for phase in records.get("phases", []):
        blocks += _short(phase, records, locale)
    blocks += _tools(records, locale)
    return blocks


def minutes_of(agenda: OwnAgenda, blocks: Mapping[str, Block]) -> list[tuple[str, int]]:
    """What an agenda holds, in order: the id of each block and how long it takes."""
    return [
        (
            each["block"],
            each.get("minutes")
            or (blocks[each["block"]].minutes if each["block"] in blocks else BREAK_MINUTES),
        )
        for each in agenda["blocks"]
    ]


def longest_stretch(lines: Iterable[tuple[str, int]]) -> int:
    """The most minutes that go by without a break."""
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


def _long(phase: Phase, page: SourcePage, twin: SourcePage, locale: Locale) -> Iterator[Block]:
    lines, named = agenda_lines(page) or [], agenda_lines(twin) or []
    ids = _ids(f"{phase['number']}", [each.name for each in named])
    for number, (line, id_) in enumerate(zip(lines, ids, strict=False), 1):
        minutes, what, how, materials = _cells(line)
        if _is_break(named[number - 1].name) or not minutes.isdecimal():
            continue
        notes = notes_to(phase, number, locale.code)
        yield Block(
            id_, LONG, phase["id"], page.id, int(minutes), what, how, materials.strip("–"), notes
        )


def _short(phase: Phase, records: RecordSets, locale: Locale) -> Iterator[Block]:
    form = next(
        (each for each in records.get("short-forms", []) if each["id"] == phase["id"]), None
    )
    lines = form["lines"] if form else []
    ids = _ids(f"{phase['number']}s", [line["what"][_ENGLISH.code] for line in lines])
    for line, id_ in zip(lines, ids, strict=True):
        materials = line.get("materials")
        yield Block(
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


def _tools(records: RecordSets, locale: Locale) -> Iterator[Block]:
    for tool in records.get("tools", []):
        yield Block(
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
    """Minutes, what, how and materials as bare text; a shorter row says nothing of the last."""
    minutes, what, how, materials = (*map(_bare, line.cells), "", "", "", "")[:4]
    return minutes, what, how, materials


def _bare(cell: str) -> str:
    return _MARK.sub("", _LINK.sub(r"\1", cell)).strip()


def _is_break(name: str) -> bool:
    return name.lower() == BREAK


def _ids(prefix: str, names: Iterable[str]) -> Iterator[str]:
    """An id for each name; a name that comes again is numbered."""
    used: dict[str, int] = {}
    for name in names:
        slug = "-".join(re.sub(r"[^a-z0-9]+", "", word) for word in words(name)) or "line"
        used[slug] = used.get(slug, 0) + 1
        yield f"{prefix}-{slug}" + (f"-{used[slug]}" if used[slug] > 1 else "")
