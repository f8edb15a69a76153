"""Letters that no typeface for print holds, in whatever comes on paper: text, data, messages.

The typefaces have Latin, Greek and Cyrillic letters. What they lack (Arabic, Chinese, emoji) is
told here with its line, and not by the printing press for a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from scripts.checks.invisible_characters import UNSEEN
from scripts.checks.page_cache import cached_per_page, file_digest
from scripts.common.files import read_text
from scripts.common.paths import Project
from scripts.common.problems import Problem, relative
from scripts.common.yaml_lines import YamlText
from scripts.content.markdown import mask_code
from scripts.content.pages import Site, SourcePage
from scripts.language.glyphs import (
    FONTS,
    HEADING,
    REMEDY,
    TEXT,
    described_character,
    supported_characters,
)

# More than these of one row are not listed: whoever pasted a sentence knows the rest.
_MOST = 3
# Signs of word processors for which the keyboard has one: hyphens, dashes and spaces.
_PLAIN = {
    "\u2010\u2011\u2043": "a hyphen of the keyboard, -",
    "\u2012\u2015": "a dash, –",
    "".join(map(chr, (*range(0x2000, 0x200B), 0x205F, 0x3000))): "a space of the keyboard",
}


def check_glyphs(site: Site, files: Mapping[str, YamlText], project: Project) -> list[Problem]:
    """Letters of pages, data and messages that are not in the typefaces for print.

    Typefaces that are missing are told when something is printed.
    """
    if not all((project.print_templates / "fonts" / f"{name}.ttf").is_file() for name in FONTS):
        return []
    text, heading = supported_characters(project, TEXT), supported_characters(project, HEADING)
    fonts = [file_digest(project.print_templates / "fonts" / f"{name}.ttf") for name in FONTS]
    both = text & heading
    found = cached_per_page(
        project.root,
        "letters",
        site.pages,
        lambda page: list(_page(page, text, both)),
        lambda _: fonts,
    )
    problems = [problem for part in found for problem in part]
    for parsed in files.values():
        problems += _values(parsed, text)
    return [*problems, *_settings(project, text)]


def _page(page: SourcePage, text: frozenset[str], heading: frozenset[str]) -> Iterator[Problem]:
    yield from _values(page.front_matter, text, heading)
    # All signs of a page are in the typefaces but for a page or two.
    if not page.body.isascii() or "&" in page.body:
        yield from _rows(page, text, heading)


def _rows(page: SourcePage, text: frozenset[str], heading: frozenset[str]) -> Iterator[Problem]:
    # In code, what looks like the name of a letter is none.
    rows = zip(page.body.split("\n"), mask_code(page.body).split("\n"), strict=True)
    for line, (row, masked) in enumerate(rows, page.body_line):
        held = heading if masked.lstrip().startswith("#") else text
        yield from _problem(page.path, line, row + unescape(masked), held)


def _values(
    parsed: YamlText, text: frozenset[str], heading: frozenset[str] | None = None
) -> Iterator[Problem]:
    for where, value in parsed.texts():
        held = heading if heading is not None and where == ("title",) else text
        yield from _problem(parsed.path, parsed.line(where), value, held)


def _settings(project: Project, text: frozenset[str]) -> Iterator[Problem]:
    """The name of the site and the like."""
    if not project.config.is_file():
        return
    rows, _ = read_text(project.config, project.root)
    for line, row in enumerate(rows.splitlines(), 1):
        yield from _problem(relative(project.config, project.root), line, row, text)


def _problem(path: str, line: int, row: str, held: frozenset[str]) -> Iterator[Problem]:
    # What nobody sees is told by a check of its own.
    missing = [letter for letter in dict.fromkeys(row) if letter not in held]
    missing = [letter for letter in missing if not _goes_with(letter)] or missing
    missing = [letter for letter in missing if not UNSEEN.match(letter)]
    if not missing:
        return
    what = f"no typeface for print has {_listed(missing)}"
    mend = REMEDY
    if instead := next((new for old, new in _PLAIN.items() if missing[0] in old), ""):
        mend = f"write {instead}"
    yield Problem(path, line, what, mend)


def _goes_with(letter: str) -> bool:
    """Whether a sign only changes the one before it, as a variant of an emoji does."""
    return "\ufe00" <= letter <= "\ufe0f" or letter == "\u200d"


def _listed(missing: Iterable[str]) -> str:
    all_of_them = list(missing)
    shown = ", ".join(map(described_character, all_of_them[:_MOST]))
    rest = len(all_of_them) - _MOST
    return f"{shown} and {rest} more" if rest > 0 else shown
