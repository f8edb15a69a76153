"""Which translations wait for their editor, section by section, with the words that changed.

A translation that lags is no fault: its readers are told so until it is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.content.earlier_pages import earlier_versions
from scripts.content.markdown import headings
from scripts.content.pages import Site, SourcePage
from scripts.content.translation import (
    LEAD,
    OUTDATED,
    UNMARKED,
    recorded_stamps,
    section_stamps,
    section_texts,
    translated_from,
    translation_status,
)
from scripts.content.word_changes import changed_words
from scripts.language.locales import NORWEGIAN

# What makes a heading of a row, and is no word of it.
_MARKS = re.compile(r"^#+ |[ ]\{ #[^}]*\}$", re.MULTILINE)
WHY = {OUTDATED: "the Norwegian text has changed since", UNMARKED: "it was never marked"}


@dataclass(frozen=True)
class Waiting:
    """A section that waits: its anchor ("(lead)" for what stands first), its line, and why."""

    anchor: str
    line: int
    what: str


def waiting(site: Site, pages: Iterable[SourcePage] | None = None) -> list[str]:
    """A row for each page that waits, and below it one for each section that moved on.

    Of all pages, or of some.
    """
    lines, one = [], ""
    for page in site.pages if pages is None else pages:
        said = translation_status(page, site)
        if said not in WHY:
            continue
        command = f"make translated PAGES={page.path}"
        lines.append(f"{page.path}: {WHY[said]} – translate what changed, then {command}")
        if said == OUTDATED:
            sections = list(sections_that_wait(page, site.of(NORWEGIAN)[page.key]))
            lines += [f"  {page.path}:{each.line}: {each.what}" for each in sections]
            one = one or next((each.anchor for each in sections), "")
    if one:
        one = one.strip("()")
        lines.append(f"One section alone: SECTION={one}. So too where a typo was mended in the")
        lines.append("Norwegian text, which asks for nothing in the English one.")
    return lines


def sections_that_wait(page: SourcePage, original: SourcePage) -> Iterator[Waiting]:
    """The sections that moved on, with the words that differ where git knows them.

    None of a page that was never marked, or whose original git does not know.
    """
    now, stamps = section_texts(original), recorded_stamps(page)
    present = section_stamps(original)
    if isinstance(stamps, str):
        base = translated_from(page, original)
        if base is None:
            return
        stamps = section_stamps(base)
        before = section_texts(base)
    else:
        before = _texts_of(stamps, present, original)
    lines = {heading.anchor: heading.line for heading in headings(page.body, page.body_line)}
    for anchor in [*present, *(each for each in stamps if each not in present)]:
        if stamps.get(anchor) == present.get(anchor):
            continue
        what = f"{_name(anchor)} {_what(anchor, stamps, now, before)}"
        yield Waiting(anchor, lines.get(anchor, page.body_line), what)


def _name(anchor: str) -> str:
    return "title, description or lead" if anchor == LEAD else f"#{anchor}"


def _what(anchor: str, stamps: dict[str, str], now: dict[str, str], before: dict[str, str]) -> str:
    if anchor not in stamps:
        return "is new"
    if anchor not in now:
        return "is gone from the original"
    old, new = (_MARKS.sub("", texts.get(anchor, "")) for texts in (before, now))
    words = changed_words(old, new) if old else ""
    return f"changed: {words}" if words else "changed"


def _texts_of(
    stamps: dict[str, str], present: dict[str, str], original: SourcePage
) -> dict[str, str]:
    """The sections that lag as they were when they were marked, as far as git knows them."""
    wanted = {anchor for anchor in present if anchor in stamps}
    wanted = {anchor for anchor in wanted if stamps[anchor] != present[anchor]}
    found: dict[str, str] = {}
    for old in earlier_versions(original) if wanted else ():
        texts, digests = section_texts(old), section_stamps(old)
        for anchor in wanted - set(found):
            if digests.get(anchor) == stamps[anchor]:
                found[anchor] = texts[anchor]
        if len(found) == len(wanted):
            break
    return found
