"""Whether an English page still renders the Norwegian text that stands there.

An English page records hashes of the original it was made from, one for each section (or, as
older ones do, one for the whole page). Hashes, and not dates: a corrected comma in the
translation must not hide that the original has moved on. One row a section: who translates one
section and who translates another change different rows.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from scripts.common.problems import Problem, ProblemsFound, did_you_mean
from scripts.content.earlier_pages import earlier_versions
from scripts.content.markdown import headings
from scripts.content.pages import Site, SourcePage
from scripts.language.locales import ENGLISH, NORWEGIAN

CURRENT, OUTDATED, UNMARKED, ORIGINAL = "current", "outdated", "unmarked", "original"
# Title, description and what stands above the first heading; no anchor has brackets.
LEAD, _TYPED_LEAD = "(lead)", "lead"


def fingerprint(original: SourcePage) -> str:
    """Twelve hex digits of the text that readers see: title, description, body."""
    return _digest("\n".join([original.title, original.text("description"), original.body]), 12)


def _digest(seen: str, digits: int) -> str:
    words = re.sub(r"\s+", " ", seen).strip()
    return hashlib.sha256(words.encode()).hexdigest()[:digits]


def section_texts(page: SourcePage) -> dict[str, str]:
    """What readers see of each section, by the anchor of its heading."""
    lead = "\n".join([page.title, page.text("description"), ""])
    texts, at, last = {LEAD: lead}, 0, LEAD
    # A heading that has no name of its own belongs to the section above it.
    for heading in headings(page.body):
        if heading.anchor and heading.anchor not in texts:
            texts[last] += page.body[at : heading.start]
            texts[heading.anchor], at, last = "", heading.start, heading.anchor
    texts[last] += page.body[at:]
    return texts


def section_stamps(original: SourcePage) -> dict[str, str]:
    """Eight hex digits of each section of an original."""
    return {anchor: _digest(text, 8) for anchor, text in section_texts(original).items()}


def recorded(page: SourcePage) -> str | dict[str, str]:
    """The stamp of the whole page ("" if there is none), or those of its sections."""
    found = page.meta.get("original")
    if isinstance(found, dict):
        return {str(anchor): str(digest) for anchor, digest in found.items()}
    return found if isinstance(found, str) else ""


def state(page: SourcePage, site: Site) -> str:
    """`original`, `current`, `outdated`, or `unmarked` when no hash is recorded.

    What is written in one language alone is an original in that language.
    """
    if page.locale is NORWEGIAN or page.only:
        return ORIGINAL
    original, stamps = site.of(NORWEGIAN).get(page.key), recorded(page)
    if original is None or not stamps:
        return UNMARKED
    if isinstance(stamps, str):
        return CURRENT if stamps == fingerprint(original) else OUTDATED
    return OUTDATED if _moved(stamps, section_stamps(original)) else CURRENT


def lagging(page: SourcePage, site: Site) -> list[str]:
    """The sections of a page whose original has moved on, in the order of the original.

    None where the page has one stamp for all of it: that says only that something moved.
    """
    original, stamps = site.of(NORWEGIAN).get(page.key), recorded(page)
    if original is None or page.only or isinstance(stamps, str):
        return []
    return _moved(stamps, section_stamps(original))


def _moved(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    changed = [anchor for anchor, digest in now.items() if before.get(anchor) != digest]
    return changed + [anchor for anchor in before if anchor not in now]


def renewed(
    page: SourcePage, before: SourcePage, now: SourcePage, renamed: Mapping[str, str]
) -> str | dict[str, str]:
    """The stamps of a page whose original changed in form alone, from `before` to `now`.

    What lagged lags still. `renamed` are headings that got another anchor.
    """
    stamps = recorded(page)
    if isinstance(stamps, str):
        return fingerprint(now) if stamps == fingerprint(before) else stamps
    old, new = section_stamps(before), section_stamps(now)
    found = {}
    for anchor, digest in stamps.items():
        name = renamed.get(anchor, anchor)
        found[name] = new.get(name, digest) if old.get(anchor) == digest else digest
    return found


def record_original(text: str, stamps: str | Mapping[str, str]) -> str:
    """The text of an English page with `original:` set in its front matter."""
    rows = f'original: "{stamps}"' if isinstance(stamps, str) else "original:"
    if not isinstance(stamps, str):
        rows += "".join(f'\n  {anchor}: "{digest}"' for anchor, digest in stamps.items())
    front = re.compile(r"\A(\ufeff?---[ \t]*\n.*?)^(---[ \t]*)$", re.DOTALL | re.MULTILINE)
    key = re.compile(r"^original:.*(?:\n[ \t]+\S.*)*", re.MULTILINE)

    def record(match: re.Match[str]) -> str:
        head, found = key.subn(lambda _: rows, match[1], count=1)
        return head + match[2] if found else f"{head}{rows}\n{match[2]}"

    return front.sub(record, text, count=1)


def mark_translated(site: Site, paths: list[str], sections: Iterable[str] = ()) -> list[str]:
    """Record the present original in English pages: in those of `paths`, or in all.

    With `sections` (anchors), what is said of the others stays: one section was translated, or
    a typo was mended in the original, which asks for nothing in the translation.

    Returns:
        The paths that were changed, relative to the project.

    Raises:
        ProblemsFound: a page cannot be read, or a path is no English page, or a section is not
            in it; nothing is written then.
    """
    originals = site.of(NORWEGIAN)
    chosen = [LEAD if anchor == _TYPED_LEAD else anchor.lstrip("#") for anchor in sections]
    english = [page for page in site.of(ENGLISH).values() if page.key in originals]
    mend = "name a page in docs/en that has a Norwegian twin"
    unknown = sorted(set(paths) - {page.path for page in english})
    problems = [Problem(path, 0, "this is no translated page", mend) for path in unknown]
    if site.problems or problems:
        raise ProblemsFound([*site.problems, *problems])
    stamps = {}
    for page in english:
        if not paths or page.path in paths:
            stamps[page.path], faults = _stamps(page, originals[page.key], chosen)
            problems += faults
    if problems:
        raise ProblemsFound(problems)
    changed = []
    for name, each in stamps.items():
        path = site.root / name
        before = path.read_text(encoding="utf-8-sig")
        after = record_original(before, each)
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
            changed.append(name)
    return changed


def _stamps(
    page: SourcePage, original: SourcePage, chosen: list[str]
) -> tuple[dict[str, str], list[Problem]]:
    """The stamps of a page when some of its sections (all, if none) render the original."""
    now, before = section_stamps(original), recorded(page)
    if not chosen:
        return now, []
    if isinstance(before, str):
        base = original if before == fingerprint(original) else translated_from(page, original)
        if base is None:
            what = "nothing says what its other sections were translated from"
            mend = "go over the whole page, and mark it without SECTION"
            return now, [Problem(page.path, 0, what, mend)]
        before = section_stamps(base)
    problems = [
        Problem(page.path, 0, f'the page has no section "{anchor}"', mend)
        for anchor in chosen
        if anchor not in now and anchor not in before
        for known in [", ".join([_TYPED_LEAD, *list(now)[1:]])]
        for mend in [did_you_mean(anchor, now) or f"name one of: {known}"]
    ]
    kept = {anchor: digest for anchor, digest in before.items() if anchor not in chosen}
    # In the order of the original, so that a row stays where it was.
    wanted = {anchor: now[anchor] if anchor in chosen else kept.get(anchor, "") for anchor in now}
    gone = {anchor: digest for anchor, digest in kept.items() if anchor not in now}
    return {anchor: each for anchor, each in (wanted | gone).items() if each}, problems


def translated_from(page: SourcePage, original: SourcePage) -> SourcePage | None:
    """The original as it was when a page with one stamp was marked, from the history of git."""
    stamp = recorded(page)
    return next(
        (old for old in earlier_versions(original) if stamp and fingerprint(old) == stamp), None
    )
