"""Letters that no typeface for print holds, in whatever comes on paper: text, data, messages.

The typefaces have Latin, Greek and Cyrillic letters. What they lack (Arabic, Chinese, emoji) is
told here with its line, and not by the printing press for a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from scripts.checks.glyph_mends import glyph_mend
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
    TEXT,
    described_character,
    supported_characters,
)

# More than these of one row are not listed: whoever pasted a sentence knows the rest.
_MOST = 3


def check_glyphs(site: Site, files: Mapping[str, YamlText], project: Project) -> list[Problem]:
    """Letters of pages, data and messages that are not in the typefaces for print.

    Typefaces that are missing are told when something is printed.
    """
    text = print_letters(project)
    if text is None:
        return []
    heading = supported_characters(project, HEADING)
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


def print_letters(project: Project) -> frozenset[str] | None:
    """The letters that text on paper can hold; None where a typeface is missing."""
    if not all((project.print_templates / "fonts" / f"{name}.ttf").is_file() for name in FONTS):
        return None
    return supported_characters(project, TEXT)


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
        yield from missing_letters(page.path, line, row + unescape(masked), held, is_markdown=True)


def _values(
    parsed: YamlText, text: frozenset[str], heading: frozenset[str] | None = None
) -> Iterator[Problem]:
    for where, value in parsed.texts():
        held = heading if heading is not None and where == ("title",) else text
        yield from missing_letters(parsed.path, parsed.line(where), value, held)


def _settings(project: Project, text: frozenset[str]) -> Iterator[Problem]:
    """The name of the site and the like."""
    if not project.config.is_file():
        return
    rows, _ = read_text(project.config, project.root)
    for line, row in enumerate(rows.splitlines(), 1):
        yield from missing_letters(relative(project.config, project.root), line, row, text)


def missing_letters(
    path: str, line: int, row: str, held: frozenset[str], *, is_markdown: bool = False
) -> Iterator[Problem]:
    """The letters of a row that are none of `held`, as one problem."""
    missing = [letter for letter in dict.fromkeys(row) if letter not in held]
    if not missing:
        return
    missing = [letter for letter in missing if not _goes_with(letter)] or missing
    # What nobody sees is told by a check of its own.
    unseen = set(UNSEEN.findall(row))
    missing = [letter for letter in missing if letter not in unseen]
    if missing:
        what = f"no typeface for print has {_listed(missing)}"
        yield Problem(path, line, what, glyph_mend(missing[:_MOST], held, is_markdown=is_markdown))


def _goes_with(letter: str) -> bool:
    """Whether a sign only changes the one before it, as a variant of an emoji does."""
    return "\ufe00" <= letter <= "\ufe0f" or letter == "\u200d"


def _listed(missing: Iterable[str]) -> str:
    all_of_them = list(missing)
    shown = ", ".join(map(described_character, all_of_them[:_MOST]))
    rest = len(all_of_them) - _MOST
    return f"{shown} and {rest} more" if rest > 0 else shown
