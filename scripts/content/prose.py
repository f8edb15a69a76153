"""Extracts the running text of a page or a record, with everything else masked.

Language checks (spelling, plain words, typography) must skip code, addresses, citations, anchors
and text marked as another language. It is masked rather than removed, so that offsets and line
numbers stay those of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from scripts.common.yaml_lines import Where, YamlText
from scripts.content.markdown import mask_code
from scripts.content.pages import Site, SourcePage
from scripts.language.locales import BY_CODE

# Masks what is not running text: neither a letter nor a space, so that words do not join.
BLANK = "\N{OBJECT REPLACEMENT CHARACTER}"
_LANG = r"\{:?[^{}\n]*\blang=(?P<lang>[\w-]+)[^{}\n]*\}"
_EMPHASISED = re.compile(rf"(?P<stars>\*{{1,3}}|_{{1,3}})(?P<words>[^*\n]+?)(?P=stars){_LANG}")
_LINKED = re.compile(rf"\[(?P<words>[^\[\]\n]+)\](?:\([^()\n]*\))?{_LANG}")
_HEADING = re.compile(rf"^#{{1,6}} (?P<words>.+?)[ ]{_LANG}", re.MULTILINE)
# A paragraph or quotation, and the attribute list below it that gives its language.
_BLOCK_WITH_LANG = re.compile(rf"(?:^[> ]*[^\s>{{].*\n)+^[> ]*{_LANG}[ \t]*$", re.MULTILINE)
_WITH_LANG = (_BLOCK_WITH_LANG, _HEADING, _LINKED, _EMPHASISED)
_NOT_PROSE = re.compile(
    r"\]\([^()\n]*\)"  # where a link leads
    r"|\[@[^\[\]\n]*\]|(?<![\w\[;@./\\-])@[a-z0-9][a-z0-9-]*[a-z0-9]"  # citations
    r"|\{[^{}\n]*\}|\{\{[^{}\n]*\}\}"  # anchors, lists made from data, values of a message
    r"|(?:https?://|www\.|mailto:)[^\s)\]»’]+"
    r"|</?[a-z][^<>\n]*>|&[#\w]+;"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.-]+")
_LETTER = re.compile(r"[^\n]")
# Text in quotation marks, which is the wording of others.
QUOTED = {
    "no": re.compile(r"«[^«»\n]*»"),
    "en": re.compile(r"(?<!\w)‘(?:[^‘’\n]|’(?=\w))*’|“[^“”\n]*”"),
}
_QUOTATION = re.compile(r"^[ ]{0,3}>.*$", re.MULTILINE)
# Keys of data whose texts are the wording of others or match words, and files of such words.
_OTHERS_WORDING = frozenset({"other", "avoid", "forms"})
_NOT_SHOWN = frozenset({"synonyms", "plain-words"})
# Front matter keys that are shown to readers.
SHOWN_KEYS = ("title", "description", "tagline", "audience", "only")


@dataclass(frozen=True)
class Passage:
    """A text in one language; `line` is the line of the file on which it begins.

    `key` is its key in a record or front matter, "" for the body of a page.
    """

    path: str
    line: int
    code: str
    text: str
    key: str = ""

    @cached_property
    def unquoted(self) -> str:
        """The text with quotations and block quotes masked."""
        text = _QUOTATION.sub(lambda match: blank(match.group()), self.text)
        return QUOTED[self.code].sub(lambda match: blank(match.group()), text)

    def line_at(self, offset: int) -> int:
        """The line number of an offset; for a value of data, that of its beginning."""
        return self.line if self.key else self.line + self.text.count("\n", 0, offset)


@lru_cache(maxsize=4096)
def running_text(text: str, code: str) -> str:
    """`text` with everything masked that is not running text in the language `code`."""
    masked = mask_code(text)
    if masked != text:
        pairs = zip(text, masked, strict=True)
        masked = "".join(new if old == new else BLANK for old, new in pairs)
    lang = BY_CODE[code].lang
    for pattern in _WITH_LANG if "lang=" in text else ():
        masked = pattern.sub(
            lambda match: match.group() if match["lang"] == lang else blank(match.group()), masked
        )
    if "@" in masked:
        masked = _MAIL.sub(lambda match: blank(match.group()), masked)
    return _NOT_PROSE.sub(lambda match: blank(match.group()), masked)


def blank(text: str) -> str:
    """A mask of the same length, with line breaks kept."""
    return _LETTER.sub(BLANK, text)


def page_passages(page: SourcePage) -> Iterator[Passage]:
    """The texts of a page: the visible keys of its front matter, and its body."""
    code = page.locale.code
    for key in SHOWN_KEYS:
        # The title of a publication's page is that of the work, in the language of the work.
        if page.text(key) and not (key == "title" and page.kind == "publication"):
            line = page.front_matter.line((key,))
            yield Passage(page.path, line, code, running_text(page.text(key), code), key)
    yield Passage(page.path, page.body_line, code, running_text(page.body, code))


def data_passages(files: Mapping[str, YamlText]) -> Iterator[Passage]:
    """The texts of data files: every string below a language code."""
    for name, parsed in files.items():
        if name not in _NOT_SHOWN:
            yield from (passage for _, passage in located_passages(parsed))


def located_passages(parsed: YamlText) -> Iterator[tuple[Where, Passage]]:
    """The texts of one data file, each with its path."""
    for where, text in parsed.texts():
        code = next((str(key) for key in reversed(where) if key in BY_CODE), "")
        if code and _OTHERS_WORDING.isdisjoint(where):
            key = ".".join(str(each) for each in where if isinstance(each, str))
            masked = running_text(text, code)
            yield where, Passage(parsed.path, parsed.line(where), code, masked, key)


def all_passages(site: Site, files: Mapping[str, YamlText]) -> Iterator[Passage]:
    """Every text of the site, from pages and data."""
    for page in site.pages:
        if page.readable:
            yield from page_passages(page)
    yield from data_passages(files)
