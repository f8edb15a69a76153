"""The running text of a page or a record: all else blanked, with every letter where it stands.

What reads language (spelling, plain words, signs) must not read code, addresses, citations,
names of anchors, or words that are marked as another language's. They are blanked and not
taken out, so that offsets and line numbers stay those of the file.
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

# Stands for what is no running text: no letter, and no space, so that nothing runs together.
BLANK = "\N{OBJECT REPLACEMENT CHARACTER}"
_LANG = r"\{:?[^{}\n]*\blang=(?P<lang>[\w-]+)[^{}\n]*\}"
_STRESSED = re.compile(rf"(?P<stars>\*{{1,3}}|_{{1,3}})(?P<words>[^*\n]+?)(?P=stars){_LANG}")
_LINKED = re.compile(rf"\[(?P<words>[^\[\]\n]+)\](?:\([^()\n]*\))?{_LANG}")
_HEADING = re.compile(rf"^#{{1,6}} (?P<words>.+?)[ ]{_LANG}", re.MULTILINE)
# The paragraph or quotation above a row that says its language.
_ABOVE = re.compile(rf"(?:^[> ]*[^\s>{{].*\n)+^[> ]*{_LANG}[ \t]*$", re.MULTILINE)
_OTHER = (_ABOVE, _HEADING, _LINKED, _STRESSED)
_NO_TEXT = re.compile(
    r"\]\([^()\n]*\)"  # where a link leads
    r"|\[@[^\[\]\n]*\]|(?<![\w\[;@./\\-])@[a-z0-9][a-z0-9-]*[a-z0-9]"  # citations
    r"|\{[^{}\n]*\}|\{\{[^{}\n]*\}\}"  # anchors, lists made from data, values of a message
    r"|(?:https?://|www\.|mailto:)[^\s)\]»’]+"
    r"|</?[a-z][^<>\n]*>|&[#\w]+;"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.-]+")
_LETTER = re.compile(r"[^\n]")
# What stands in quotation marks is said by others.
QUOTED = {
    "no": re.compile(r"«[^«»\n]*»"),
    "en": re.compile(r"(?<!\w)‘(?:[^‘’\n]|’(?=\w))*’|“[^“”\n]*”"),
}
_QUOTATION = re.compile(r"^[ ]{0,3}>.*$", re.MULTILINE)
# Keys of data whose texts are said by others, or recognise words, and files that readers or
# editors write words in.
_SAID_BY_OTHERS = frozenset({"other", "avoid", "forms"})
_NOT_SHOWN = frozenset({"synonyms", "plain-words"})
# Keys of front matter that readers see.
SEEN = ("title", "description", "tagline", "audience", "only")


@dataclass(frozen=True)
class Passage:
    """Some text in one language: `line` is the one of the file that it begins on.

    `key` says which of a record or of front matter it is, "" for the text of a page.
    """

    path: str
    line: int
    code: str
    text: str
    key: str = ""

    @cached_property
    def unquoted(self) -> str:
        """The text without what stands in quotation marks or in blocks of quotation."""
        text = _QUOTATION.sub(lambda match: blank(match.group()), self.text)
        return QUOTED[self.code].sub(lambda match: blank(match.group()), text)

    def line_at(self, offset: int) -> int:
        """The line of an offset; a value of data is told where it begins."""
        return self.line if self.key else self.line + self.text.count("\n", 0, offset)


@lru_cache(maxsize=4096)
def running_text(text: str, code: str) -> str:
    """`text` with all blanked that is not running text of the language `code`."""
    masked = mask_code(text)
    if masked != text:
        pairs = zip(text, masked, strict=True)
        masked = "".join(new if old == new else BLANK for old, new in pairs)
    lang = BY_CODE[code].lang
    for pattern in _OTHER if "lang=" in text else ():
        masked = pattern.sub(
            lambda match: match.group() if match["lang"] == lang else blank(match.group()), masked
        )
    if "@" in masked:
        masked = _MAIL.sub(lambda match: blank(match.group()), masked)
    return _NO_TEXT.sub(lambda match: blank(match.group()), masked)


def blank(text: str) -> str:
    """As many blanks, with every line break kept."""
    return _LETTER.sub(BLANK, text)


def page_passages(page: SourcePage) -> Iterator[Passage]:
    """What a page says: the keys of its front matter that readers see, and its text."""
    code = page.locale.code
    for key in SEEN:
        # The title of a page on a publication is that of the work, in the language of the work.
        if page.text(key) and not (key == "title" and page.kind == "publication"):
            line = page.front_matter.line((key,))
            yield Passage(page.path, line, code, running_text(page.text(key), code), key)
    yield Passage(page.path, page.body_line, code, running_text(page.body, code))


def data_passages(files: Mapping[str, YamlText]) -> Iterator[Passage]:
    """What data says: every text below the code of a language."""
    for name, parsed in files.items():
        if name not in _NOT_SHOWN:
            yield from (passage for _, passage in placed_passages(parsed))


def placed_passages(parsed: YamlText) -> Iterator[tuple[Where, Passage]]:
    """What one file of data says, each with its place."""
    for where, text in parsed.texts():
        code = next((str(key) for key in reversed(where) if key in BY_CODE), "")
        if code and _SAID_BY_OTHERS.isdisjoint(where):
            key = ".".join(str(each) for each in where if isinstance(each, str))
            said = running_text(text, code)
            yield where, Passage(parsed.path, parsed.line(where), code, said, key)


def all_passages(site: Site, files: Mapping[str, YamlText]) -> Iterator[Passage]:
    """Everything that the site says in words of its own."""
    for page in site.pages:
        if page.readable:
            yield from page_passages(page)
    yield from data_passages(files)
