"""Signs that nobody sees and that change what a text does: pasted from a PDF, a Mac or Word.

A letter of two signs (a and a ring) is made one as the file is read, since both look the
same. What splits a word or turns its direction is told, and so is a no-break space where
Markdown asks for an ordinary one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from scripts.common.character_names import character_name
from scripts.common.problems import Problem
from scripts.common.shorten import shorten
from scripts.common.yaml_lines import YamlText
from scripts.content.markdown import mask_code
from scripts.content.pages import Site, SourcePage

# Soft hyphens, joiners, marks of direction and order, controls, and signs of private fonts.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\uffff"
    "\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
    # A joiner makes one picture of several; between letters nobody sees it.
    "|(?<=[^\\W_])\u200d|\u200d(?=[^\\W_])"
    # A choice between forms of a picture, where there is none.
    "|(?<=[\0-\u2122])[\ufe00-\ufe0f]|^[\ufe00-\ufe0f]"
)
# Letters of another alphabet in a word, letters of double width and joined ones, and what is left
# of a text that was read in another encoding: search finds none of them.
_LATIN = "A-Za-z\u00c0-\u024f"
_ALIKE = re.compile(
    f"[{_LATIN}]+[\u0370-\u03ff\u0400-\u052f]+|[\u0370-\u03ff\u0400-\u052f]+[{_LATIN}]+"
    "|[\uff01-\uff5e]|[\ufb00-\ufb06]|[\u0335-\u0338]|\u00c3[\u0080-\u00bf]|\u00e2\u20ac"
)
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Where a space has a meaning: after the signs that begin a row, in headings, in brackets of
# a citation, between braces, in the target of a link, at either end of a row.
_MEANT = re.compile(
    rf"^[{_SPACES}\s>]*(?:[-*+]|\#{{1,6}}|:)[{_SPACES}].*$"
    rf"|^\#{{1,6}}.*[{_SPACES}].*$"
    rf"|\[[^\[\]\n]*@[^\[\]\n]*[{_SPACES}][^\[\]\n]*\]"
    rf"|\{{[^{{}}\n]*[{_SPACES}][^{{}}\n]*\}}"
    rf"|\]\([^()\n]*[{_SPACES}][^()\n]*\)"
    rf"|^[ \t>]*[{_SPACES}].*$|^.*[{_SPACES}][ \t]*$",
    re.MULTILINE,
)
_SPACE = re.compile(f"[{_SPACES}]")
# Keys whose values are names for programs.
_NAMES = frozenset({"id", "kind", "url", "record", "page", "class", "type", "status"})


def check_signs(site: Site, files: Mapping[str, YamlText]) -> list[Problem]:
    """Signs in pages and data that nobody sees; `files` are those of the data by name."""
    problems: list[Problem] = []
    for page in site.pages:
        problems += [*_rows(page), *_values(page.front_matter)]
    for parsed in files.values():
        problems += _values(parsed)
    return problems


def _rows(page: SourcePage) -> Iterator[Problem]:
    for line, row in enumerate(page.body.split("\n"), page.body_line):
        yield from signs_of(page.path, line, row)
    if not _SPACE.search(page.body):
        return
    masked = mask_code(page.body)
    for match in _MEANT.finditer(masked):
        sign = _SPACE.search(match.group())
        if sign:
            line = page.body_line + masked.count("\n", 0, match.start() + sign.start())
            yield _space(page.path, line, sign.group(), match.group())


def signs_of(path: str, line: int, text: str) -> Iterator[Problem]:
    """The signs of one text that nobody sees or that are others than they look."""
    for sign in dict.fromkeys(UNSEEN.findall(text)):
        yield _unseen(path, line, sign, text)
    if alike := _ALIKE.search(text):
        yield _look_alike(path, line, alike, text)


def _values(parsed: YamlText) -> Iterator[Problem]:
    for where, text in parsed.texts():
        line = parsed.line(where)
        yield from signs_of(parsed.path, line, text)
        key = where[-1] if where else ""
        space = _SPACE.search(text if key in _NAMES else text[:1] + text[-1:])
        if space:
            yield _space(parsed.path, line, space.group(), text)


def _unseen(path: str, line: int, sign: str, text: str) -> Problem:
    before, _, after = text.partition(sign)
    # A word or two on both sides: what stands there is found by them.
    words = [*before.split(" ")[-2:-1], before.split(" ")[-1] + after.split(" ")[0]]
    around = UNSEEN.sub("", " ".join([*words, *after.split(" ")[1:2]]))
    what = f'a sign that nobody sees ({character_name(sign)}) stands in "{shorten(around, 40)}"'
    return Problem(path, line, what, "take it away: write the words around it anew")


def _look_alike(path: str, line: int, alike: re.Match[str], text: str) -> Problem:
    before = text[: alike.start()].split(" ")[-1]
    word = before + text[alike.start() :].split(" ")[0]
    odd = next(sign for sign in alike.group() if not re.match(f"[{_LATIN}]", sign) or sign in "Ãâ")
    name = character_name(odd)
    what = f'a letter that is another than it looks ({name}) stands in "{shorten(word, 40)}"'
    return Problem(path, line, what, "write the word anew with letters of the keyboard")


def _space(path: str, line: int, sign: str, text: str) -> Problem:
    shown = shorten(_SPACE.sub(" ", text), 40)
    what = f'{character_name(sign)} stands in "{shown}", where an ordinary space must be'
    return Problem(path, line, what, "write the space anew")
