"""Characters without a glyph in the print typefaces, in text, data and messages.

The typefaces cover Latin, Greek and Cyrillic. What they lack (Arabic, Chinese, emoji) is
reported here with its line number, and not when a document is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from scripts.checks.config_texts import texts_of_config
from scripts.checks.glyph_fixes import glyph_fix
from scripts.checks.invisible_characters import INVISIBLE
from scripts.common.paths import Project
from scripts.common.problems import Problem, relative
from scripts.common.yaml_lines import YamlText
from scripts.content.markdown import mask_code
from scripts.content.page_cache import cached_of_files, cached_per_page, file_digest
from scripts.content.pages import Site, SourcePage
from scripts.language.glyphs import (
    FONTS,
    HEADING,
    TEXT,
    described_character,
    supported_characters,
)

# At most so many characters of a line are listed: after a pasted sentence the rest is clear.
_MOST = 3
# A heading, also within a quotation or a list.
_HEADING = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t>]+)*#{1,6}[ \t]")


def check_glyphs(site: Site, files: Mapping[str, YamlText], project: Project) -> list[Problem]:
    """Report characters of pages, data and messages that the print typefaces lack.

    Missing font files are reported when a document is made.
    """
    text = printable_characters(project)
    if text is None:
        return []
    heading = supported_characters(project, HEADING)
    fonts = [file_digest(project.print_templates / "fonts" / f"{name}.ttf") for name in FONTS]
    both = text & heading
    problems_of_pages = cached_per_page(
        project.root,
        "letters",
        site.pages,
        lambda page: list(_page(page, text, both)),
        lambda _: fonts,
    )
    problems = [problem for part in problems_of_pages for problem in part]
    problems += cached_of_files(
        project.root,
        "letters-of-data",
        files.values(),
        lambda: [each for parsed in files.values() for each in _yaml_texts(parsed, text)],
        fonts,
    )
    return [*problems, *_settings(project, text)]


def printable_characters(project: Project) -> frozenset[str] | None:
    """The characters that the text typeface supports; None if a font file is missing."""
    if not all((project.print_templates / "fonts" / f"{name}.ttf").is_file() for name in FONTS):
        return None
    return supported_characters(project, TEXT)


def _page(page: SourcePage, text: frozenset[str], heading: frozenset[str]) -> Iterator[Problem]:
    yield from _yaml_texts(page.front_matter, text, heading)
    # The typefaces cover ASCII, unless an entity stands for something else.
    if not page.body.isascii() or "&" in page.body:
        yield from _lines(page, text, heading)


def _lines(page: SourcePage, text: frozenset[str], heading: frozenset[str]) -> Iterator[Problem]:
    # Entities within code are text, so only those of the masked line are unescaped.
    lines = zip(page.body.split("\n"), mask_code(page.body).split("\n"), strict=True)
    for line, (line_text, masked) in enumerate(lines, page.body_line):
        supported = heading if _HEADING.match(masked) else text
        yield from missing_glyphs(
            page.path, line, line_text + unescape(masked), supported, is_markdown=True
        )


def _yaml_texts(
    parsed: YamlText, text: frozenset[str], heading: frozenset[str] | None = None
) -> Iterator[Problem]:
    for where, value in parsed.texts():
        supported = heading if heading is not None and where == ("title",) else text
        yield from missing_glyphs(parsed.path, parsed.line(where), value, supported)


def _settings(project: Project, text: frozenset[str]) -> Iterator[Problem]:
    """Check the values of mkdocs.yml that are shown: the name of the site, the menu."""
    if project.config.is_file():
        name = relative(project.config, project.root)
        for each in texts_of_config(project):
            yield from missing_glyphs(name, each.line, each.text, text)


def missing_glyphs(
    path: str, line: int, text: str, supported: frozenset[str], *, is_markdown: bool = False
) -> Iterator[Problem]:
    """Report the characters of a text that are not in `supported`, as a single problem."""
    missing = [char for char in dict.fromkeys(text) if char not in supported]
    if not missing:
        return
    missing = [char for char in missing if not _is_modifier(char)] or missing
    # Invisible characters are reported by invisible_characters.py.
    invisible = set(INVISIBLE.findall(text))
    missing = [char for char in missing if char not in invisible]
    if missing:
        what = f"no typeface for print has {_listed(missing)}"
        yield Problem(
            path, line, what, glyph_fix(missing[:_MOST], supported, is_markdown=is_markdown)
        )


def _is_modifier(char: str) -> bool:
    """Whether a character only modifies its neighbours: a variation selector or joiner."""
    return "\ufe00" <= char <= "\ufe0f" or char == "\u200d"


def _listed(missing: Iterable[str]) -> str:
    characters = list(missing)
    shown = ", ".join(map(described_character, characters[:_MOST]))
    rest = len(characters) - _MOST
    return f"{shown} and {rest} more" if rest > 0 else shown
