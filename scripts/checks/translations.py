"""Lists outdated translations, section by section, with the words that changed.

An outdated translation is not a fault: the page says so until an editor marks it as up to date.
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

# The # and the attributes of a heading, which are not part of its text.
_MARKS = re.compile(r"^#+ |[ ]\{ #[^}]*\}$", re.MULTILINE)
# Of a page that is new, nothing has changed yet.
UNTOLD = "it does not say yet which Norwegian text it renders"
WHY = {OUTDATED: "the Norwegian text has changed since", UNMARKED: UNTOLD}


@dataclass(frozen=True)
class Waiting:
    """A section that waits for translation: its anchor ("(lead)" for the lead), line, and why."""

    anchor: str
    line: int
    what: str


def waiting(site: Site, pages: Iterable[SourcePage] | None = None) -> list[str]:
    """Return a line for each page that waits, followed by one for each outdated section.

    `pages` limits the list to some pages.
    """
    lines, first_anchor = [], ""
    for page in site.pages if pages is None else pages:
        status = translation_status(page, site)
        if status not in WHY:
            continue
        command = f"make translated PAGES={page.path}"
        fix = "translate what changed, then" if status == OUTDATED else "once it does, run"
        lines.append(f"{page.path}: {WHY[status]} – {fix} {command}")
        if status == OUTDATED:
            sections = list(sections_that_wait(page, site.of(NORWEGIAN)[page.key]))
            lines += [f"  {page.path}:{each.line}: {each.what}" for each in sections]
            first_anchor = first_anchor or next((each.anchor for each in sections), "")
    if first_anchor:
        first_anchor = first_anchor.strip("()")
        lines.append(
            f"One section alone: SECTION={first_anchor}. So too where a typo was mended in the"
        )
        lines.append("Norwegian text, which asks for nothing in the English one.")
    return lines


def sections_that_wait(page: SourcePage, original: SourcePage) -> Iterator[Waiting]:
    """Yield the outdated sections, with the words that changed if git has the earlier text.

    None for a page that was never marked, or whose original is not in git.
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
        before = _marked_texts(stamps, present, original)
    lines = {heading.anchor: heading.line for heading in headings(page.body, page.body_line)}
    for anchor in [*present, *(each for each in stamps if each not in present)]:
        if stamps.get(anchor) == present.get(anchor):
            continue
        what = f"{_name(anchor)} {_change(anchor, stamps, now, before)}"
        yield Waiting(anchor, lines.get(anchor, page.body_line), what)


def _name(anchor: str) -> str:
    return "title, description or lead" if anchor == LEAD else f"#{anchor}"


def _change(
    anchor: str, stamps: dict[str, str], now: dict[str, str], before: dict[str, str]
) -> str:
    if anchor not in stamps:
        return "is new"
    if anchor not in now:
        return "is gone from the original"
    old, new = (_MARKS.sub("", texts.get(anchor, "")) for texts in (before, now))
    words = changed_words(old, new) if old else ""
    return f"changed: {words}" if words else "changed"


def _marked_texts(
    stamps: dict[str, str], present: dict[str, str], original: SourcePage
) -> dict[str, str]:
    """Return the outdated sections as they were when marked, as far as git has them."""
    outdated = {anchor for anchor in present if anchor in stamps}
    outdated = {anchor for anchor in outdated if stamps[anchor] != present[anchor]}
    texts_by_anchor: dict[str, str] = {}
    for old in earlier_versions(original) if outdated else ():
        texts, digests = section_texts(old), section_stamps(old)
        for anchor in outdated - set(texts_by_anchor):
            if digests.get(anchor) == stamps[anchor]:
                texts_by_anchor[anchor] = texts[anchor]
        if len(texts_by_anchor) == len(outdated):
            break
    return texts_by_anchor
