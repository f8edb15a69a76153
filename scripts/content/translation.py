"""Whether an English page is still up to date with its Norwegian original.

An English page records hashes ("stamps") of the original it was translated from, one per section
(or, in older pages, one for the whole page). Hashes, not dates: a corrected comma in the
translation must not hide that the original has changed. One line per section, so that
translators of different sections edit different lines.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from scripts.common.problems import Problem, ProblemsFound, did_you_mean
from scripts.content.earlier_pages import earlier_versions
from scripts.content.front_matter import with_key
from scripts.content.markdown import headings
from scripts.content.pages import Site, SourcePage
from scripts.language.locales import ENGLISH, NORWEGIAN

CURRENT, OUTDATED, UNMARKED, ORIGINAL = "current", "outdated", "unmarked", "original"
# The key of title, description and the text above the first heading; no anchor has brackets.
LEAD, _TYPED_LEAD = "(lead)", "lead"


def fingerprint(original: SourcePage) -> str:
    """A hash of the text that readers see (title, description, body), as twelve hex digits."""
    return _digest("\n".join([original.title, original.text("description"), original.body]), 12)


def _digest(seen: str, digits: int) -> str:
    words = re.sub(r"\s+", " ", seen).strip()
    return hashlib.sha256(words.encode()).hexdigest()[:digits]


def section_texts(page: SourcePage) -> dict[str, str]:
    """The visible text of each section, by the anchor of its heading."""
    lead = "\n".join([page.title, page.text("description"), ""])
    texts, offset, last = {LEAD: lead}, 0, LEAD
    # A heading without an anchor of its own belongs to the section above it.
    for heading in headings(page.body):
        if heading.anchor and heading.anchor not in texts:
            texts[last] += page.body[offset : heading.start]
            texts[heading.anchor], offset, last = "", heading.start, heading.anchor
    texts[last] += page.body[offset:]
    return texts


def section_stamps(original: SourcePage) -> dict[str, str]:
    """A hash of each section of an original, as eight hex digits."""
    return {anchor: _digest(text, 8) for anchor, text in section_texts(original).items()}


def recorded_stamps(page: SourcePage) -> str | dict[str, str]:
    """The recorded stamp of the whole page ("" if there is none), or the stamps of its sections."""
    found = page.meta.get("original")
    if isinstance(found, dict):
        return {str(anchor): str(digest) for anchor, digest in found.items()}
    return found if isinstance(found, str) else ""


def translation_status(page: SourcePage, site: Site) -> str:
    """`original`, `current`, `outdated`, or `unmarked` when no hash is recorded.

    A page in one language only is an original in that language.
    """
    if page.locale is NORWEGIAN or page.only:
        return ORIGINAL
    original, stamps = site.of(NORWEGIAN).get(page.key), recorded_stamps(page)
    if original is None or not stamps:
        return UNMARKED
    if isinstance(stamps, str):
        return CURRENT if stamps == fingerprint(original) else OUTDATED
    return OUTDATED if _changed_sections(stamps, section_stamps(original)) else CURRENT


def outdated_sections(page: SourcePage, site: Site) -> list[str]:
    """The sections of a page whose original has changed, in the order of the original.

    Empty where the page has a single stamp: it does not say which section changed.
    """
    original, stamps = site.of(NORWEGIAN).get(page.key), recorded_stamps(page)
    if original is None or page.only or isinstance(stamps, str):
        return []
    return _changed_sections(stamps, section_stamps(original))


def _changed_sections(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    changed = [anchor for anchor, digest in now.items() if before.get(anchor) != digest]
    return changed + [anchor for anchor in before if anchor not in now]


def restamped(
    page: SourcePage, before: SourcePage, now: SourcePage, renamed: Mapping[str, str]
) -> str | dict[str, str]:
    """The stamps of a page after a change to its original that needs no translation.

    The original changed from `before` to `now`; outdated sections stay outdated. `renamed` maps
    old anchors of headings to new ones.
    """
    stamps = recorded_stamps(page)
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
    yaml_lines = f'original: "{stamps}"' if isinstance(stamps, str) else "original:"
    if not isinstance(stamps, str):
        yaml_lines += "".join(f'\n  {anchor}: "{digest}"' for anchor, digest in stamps.items())
    return with_key(text, "original", yaml_lines)


def mark_translated(site: Site, paths: list[str], sections: Iterable[str] = ()) -> list[str]:
    """Stamp English pages as translations of the present original: those of `paths`, or all.

    With `sections` (anchors), the stamps of other sections are kept: only one section was
    translated, or a typo was fixed in the original that does not affect the translation.

    Returns:
        The paths of the changed files, relative to the project.

    Raises:
        ProblemsFound: a page cannot be read, a path is not an English page, or a section is not
            in it; nothing is written then.
    """
    originals = site.of(NORWEGIAN)
    chosen = [LEAD if anchor == _TYPED_LEAD else anchor.lstrip("#") for anchor in sections]
    english = [page for page in site.of(ENGLISH).values() if page.key in originals]
    fix = "name a page in docs/en that has a Norwegian original"
    unknown = sorted(set(paths) - {page.path for page in english})
    problems = [Problem(path, 0, "this is no translated page", fix) for path in unknown]
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
    """The new stamps of a page once the chosen sections (all, if none) are up to date."""
    now, before = section_stamps(original), recorded_stamps(page)
    if not chosen:
        return now, []
    if isinstance(before, str):
        base = original if before == fingerprint(original) else translated_from(page, original)
        if base is None:
            what = "nothing says what its other sections were translated from"
            fix = "go over the whole page, and mark it without SECTION"
            return now, [Problem(page.path, 0, what, fix)]
        before = section_stamps(base)
    problems = [
        Problem(page.path, 0, f'the page has no section "{anchor}"', fix)
        for anchor in chosen
        if anchor not in now and anchor not in before
        for known in [", ".join([_TYPED_LEAD, *list(now)[1:]])]
        for fix in [did_you_mean(anchor, now) or f"name one of: {known}"]
    ]
    kept = {anchor: digest for anchor, digest in before.items() if anchor not in chosen}
    # In the order of the original, so that lines do not move.
    wanted = {anchor: now[anchor] if anchor in chosen else kept.get(anchor, "") for anchor in now}
    gone = {anchor: digest for anchor, digest in kept.items() if anchor not in now}
    return {anchor: each for anchor, each in (wanted | gone).items() if each}, problems


def translated_from(page: SourcePage, original: SourcePage) -> SourcePage | None:
    """The version of the original, from git, that a page with a single stamp was made from."""
    stamp = recorded_stamps(page)
    return next(
        (old for old in earlier_versions(original) if stamp and fingerprint(old) == stamp), None
    )
