"""The source pages in both languages: front matter, body and address."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from scripts.common.files import read_text, relative_of_link
from scripts.common.kept_yaml import KeptYaml, Parsed
from scripts.common.problems import Problem
from scripts.common.yaml_lines import YamlText, parse_yaml
from scripts.content.front_matter import front_matter
from scripts.language.locales import LOCALES, Locale, other

# A function that parses YAML of a path from a line on.
Parse = Callable[[str, str, int], Parsed]
# In characters: larger than any readable page, and some checks take quadratic time.
LARGEST, LONGEST_LINE = 250_000, 8_000


@dataclass
class SourcePage:
    """One Markdown file.

    `path` is relative to the project, `key` to the language folder (the same in
    both), `body_line` is the line of the file on which `body` begins. A page that is
    not `readable` exists, but its content is unknown.
    """

    path: str
    key: str
    locale: Locale
    front_matter: YamlText
    body: str
    body_line: int
    readable: bool = True
    root: Path = Path()

    @property
    def meta(self) -> dict[str, Any]:
        """The front matter, empty when it could not be read."""
        return self.front_matter.data if isinstance(self.front_matter.data, dict) else {}

    def text(self, key: str) -> str:
        """A front matter value as text ("" when missing)."""
        value = self.meta.get(key)
        return value if isinstance(value, str) else ""

    @cached_property
    def digest(self) -> str:
        """A hash of the page's content and of its line numbers."""
        return _hash(self.keys_digest, str(self.body_line), self.body)

    @cached_property
    def keys_digest(self) -> str:
        """A hash of the front matter and, since problems report them, of the lines of its keys."""
        return _hash(self.path, repr(self.front_matter))

    @property
    def id(self) -> str:
        """The page's name in data and permalinks, the same in both languages."""
        return self.text("id")

    @property
    def kind(self) -> str:
        """What the page is: a phase, a municipality, a publication."""
        return self.text("kind")

    @property
    def title(self) -> str:
        """The heading of the page."""
        return self.text("title")

    @property
    def only(self) -> str:
        """Why the page exists in its language only, "" where it has a counterpart."""
        return self.text("only")

    @property
    def url(self) -> str:
        """The address relative to the edition's root: "" or ending in "/".

        Norwegian addresses follow the files; English ones are in the front
        matter, so that each reader gets an address in their own language.
        """
        if self.locale.prefix:
            return self.locale.prefix + self.text("url")
        path = PurePosixPath(self.key).with_suffix("")
        parts = path.parts[:-1] if path.name == "index" else path.parts
        return "".join(f"{part}/" for part in parts)


def _hash(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass
class Site:
    """All pages of both languages, with the problems of reading them."""

    root: Path
    pages: list[SourcePage] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def of(self, locale: Locale) -> dict[str, SourcePage]:
        """The pages of one language by key; cached, so call it only when all pages are loaded."""
        return self._by_key[locale.code]

    def by_id(self, locale: Locale) -> dict[str, SourcePage]:
        """The pages of one language by id; cached, so call it only when all pages are loaded."""
        return self._by_id[locale.code]

    def in_one_language(self, key: str) -> bool:
        """Whether the page with this key is declared to have no counterpart."""
        return any(pages[key].only for pages in self._by_key.values() if key in pages)

    def nearest(self, page: SourcePage) -> SourcePage | None:
        """The target of the language switch: the page's counterpart, or the `nearest` it names."""
        other_locale = other(page.locale)
        if page.only:
            return self.by_id(other_locale).get(page.text("nearest"))
        return self.of(other_locale).get(page.key)

    @cached_property
    def _by_key(self) -> dict[str, dict[str, SourcePage]]:
        return {
            locale.code: {page.key: page for page in self.pages if page.locale is locale}
            for locale in LOCALES
        }

    @cached_property
    def _by_id(self) -> dict[str, dict[str, SourcePage]]:
        return {
            locale.code: {page.id: page for page in self.pages if page.locale is locale and page.id}
            for locale in LOCALES
        }


def load_site(root: Path) -> Site:
    """Read every page under docs/no and docs/en of the project at `root`."""
    site, front_matters = Site(root), KeptYaml(root, "front-matters")
    for locale in LOCALES:
        folder = root / "docs" / locale.code
        for path in sorted(folder.rglob("*.md")):
            page, problems = read_page(path, folder, root, locale, front_matters.parse)
            site.problems.extend(problems)
            site.pages.append(page)
    front_matters.save()
    return site


def read_page(
    path: Path, folder: Path, root: Path, locale: Locale, parse: Parse = parse_yaml
) -> tuple[SourcePage, list[Problem]]:
    """Read one page as far as possible, with the problems that prevent reading the rest.

    `parse` parses its front matter.
    """
    name, key = relative_of_link(path, root), path.relative_to(folder).as_posix()
    text, problems = read_text(path, root, LARGEST)
    if problems:
        return SourcePage(name, key, locale, YamlText(name, None), "", 1, False, root), problems
    place = SourcePage(name, key, locale, YamlText(name, None), "", 1, False, root)
    return parse_page(text, place, parse)


def parse_page(
    text: str, place: SourcePage, parse: Parse = parse_yaml
) -> tuple[SourcePage, list[Problem]]:
    """Parse the text of a page; of `place` only path, key, locale and root are used."""
    name, key, locale, root = place.path, place.key, place.locale, place.root
    found = front_matter(text)
    if found is None:
        fix = "begin the file with ---, the keys title, id, kind and description, and --- again"
        what = "the front matter is " + ("not closed" if text.startswith("---") else "missing")
        problems = [Problem(name, 1, what, fix)]
        # Unclosed front matter: the body begins after the first blank line.
        blank_line = re.search(r"\n[ \t]*\n|\Z", text) if text.startswith("---") else None
        start, parsed = blank_line.end() if blank_line else 0, YamlText(name, None)
    else:
        start = found.end
        parsed, problems = parse(found.keys, name, 2)
        problems = [*problems, *found.problems(name)]
        if parsed.data is None and not problems:
            # Empty front matter is a mapping without keys, so that the missing ones are reported.
            parsed = replace(parsed, data={})
    body_line = text.count("\n", 0, start) + 1
    if long := _too_long(text, name):
        return SourcePage(name, key, locale, parsed, "", 1, False, root), [*problems, long]
    if not text[start:].strip():
        # Mark an empty page as unreadable: further problems would be noise.
        fix = "write its text, or put it back"
        no_text = [] if found is None else [Problem(name, body_line, "the page has no text", fix)]
        empty = SourcePage(name, key, locale, parsed, "", body_line, False, root)
        return empty, problems + no_text
    page = SourcePage(name, key, locale, parsed, text[start:], body_line, root=root)
    return page, problems


def _too_long(text: str, name: str) -> Problem | None:
    """The problem of an overlong line: pasted by mistake, and slow to check."""
    for line, row in enumerate(text.split("\n"), 1):
        if len(row) > LONGEST_LINE:
            what = f"the row is longer ({len(row)} characters) than any paragraph"
            return Problem(name, line, what, "take it away, or divide it by blank lines")
    return None
