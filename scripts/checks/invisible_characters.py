"""Invisible characters that change how text behaves: pasted from a PDF, a Mac or Word.

Combining sequences (a + ring) look the same as precomposed characters and are normalised when
files are read. Reported are characters that split words or change text direction, homoglyphs,
and no-break spaces where Markdown syntax needs an ordinary space.
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

# Soft hyphens, joiners, bidirectional and other controls, and the Private Use Areas.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\uffff"
    "\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
    # A zero-width joiner combines emoji; next to letters it is invisible.
    "|(?<=[^\\W_])\u200d|\u200d(?=[^\\W_])"
    # A variation selector with no emoji before it.
    "|(?<=[\0-\u2122])[\ufe00-\ufe0f]|^[\ufe00-\ufe0f]"
)
# Mixed alphabets in a word, full-width forms, ligatures, letters drawn as others (𝐅, Ⅳ, ⓐ, ㎡),
# combining strokes, marks without a letter, and mojibake: search matches none of them.
_LATIN = "A-Za-z\u00c0-\u024f"
_HOMOGLYPH = re.compile(
    f"[{_LATIN}]+[\u0370-\u03ff\u0400-\u052f]+|[\u0370-\u03ff\u0400-\u052f]+[{_LATIN}]+"
    "|[\uff01-\uff5e]|[\ufb00-\ufb06]|[\u0335-\u0338]|\u00c3[\u0080-\u00bf]|\u00e2\u20ac"
    "|[\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3\u2160-\u217f\u249c-\u24e9\u3371-\u33df]"
    "|[\U0001d400-\U0001d7ff\U0001f110-\U0001f189]"
    # Phonetic and medieval letters, and signs that look like Norwegian ones, within a word.
    f"|(?<=[{_LATIN}])[\u0250-\u02af\u2300\u2205\ua730-\ua787]"
    f"|[\u0250-\u02af\u2300\u2205\ua730-\ua787](?=[{_LATIN}])"
    # Accents that stand for an apostrophe, a hyphen of its own, and minus signs between letters.
    f"|(?<=[{_LATIN}])[\u00b4\u02b9\u02bc\u2032](?=[{_LATIN}])|(?<=[{_LATIN}])[\u2010\u2212]"
    # A combining mark at the beginning of a word; elsewhere it has a letter to stand on.
    r"|(?:^|(?<=[\s«“‘(]))[\u0300-\u036f]"
)
# Among the Latin letters: those that mojibake and joined letters are made of.
_DOUBTFUL = (
    "Ãâ\u0132\u0133\u0149\u01c4\u01c5\u01c6\u01c7\u01c8\u01c9\u01ca\u01cb\u01cc\u01f1\u01f2\u01f3"
)
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Where a space is syntax: after a block marker, in headings, in citation brackets, in braces, in
# link targets, and at either end of a line.
_SYNTACTIC_SPACE = re.compile(
    rf"^[{_SPACES}\s>]*(?:[-*+]|\#{{1,6}}|:)[{_SPACES}].*$"
    rf"|^\#{{1,6}}.*[{_SPACES}].*$"
    rf"|\[[^\[\]\n]*@[^\[\]\n]*[{_SPACES}][^\[\]\n]*\]"
    rf"|\{{[^{{}}\n]*[{_SPACES}][^{{}}\n]*\}}"
    rf"|\]\([^()\n]*[{_SPACES}][^()\n]*\)"
    rf"|^[ \t>]*[{_SPACES}].*$|^.*[{_SPACES}][ \t]*$",
    re.MULTILINE,
)
_SPACE = re.compile(f"[{_SPACES}]")
# Keys whose values are identifiers.
_IDENTIFIER_KEYS = frozenset({"id", "kind", "url", "record", "page", "class", "type", "status"})


def check_characters(site: Site, files: Mapping[str, YamlText]) -> list[Problem]:
    """Report such characters in pages and data; `files` are the data files by name."""
    problems: list[Problem] = []
    for page in site.pages:
        problems += [*_lines(page), *_values(page.front_matter)]
    for parsed in files.values():
        problems += _values(parsed)
    return problems


def _lines(page: SourcePage) -> Iterator[Problem]:
    for line, text in enumerate(page.body.split("\n"), page.body_line):
        yield from character_problems(page.path, line, text)
    if not _SPACE.search(page.body):
        return
    masked = mask_code(page.body)
    for match in _SYNTACTIC_SPACE.finditer(masked):
        space = _SPACE.search(match.group())
        if space:
            line = page.body_line + masked.count("\n", 0, match.start() + space.start())
            yield _space(page.path, line, space.group(), match.group())


def character_problems(path: str, line: int, text: str) -> Iterator[Problem]:
    """Yield problems for the invisible characters and the first homoglyph of a text."""
    for char in dict.fromkeys(INVISIBLE.findall(text)):
        yield _invisible(path, line, char, text)
    if match := _HOMOGLYPH.search(text):
        yield _homoglyph(path, line, match, text)


def _values(parsed: YamlText) -> Iterator[Problem]:
    for where, text in parsed.texts():
        line = parsed.line(where)
        yield from character_problems(parsed.path, line, text)
        key = where[-1] if where else ""
        space = _SPACE.search(text if key in _IDENTIFIER_KEYS else text[:1] + text[-1:])
        if space:
            yield _space(parsed.path, line, space.group(), text)


def _invisible(path: str, line: int, char: str, text: str) -> Problem:
    before, _, after = text.partition(char)
    # Quote a word or two on both sides, so that an editor can search for them.
    words = [*before.split(" ")[-2:-1], before.split(" ")[-1] + after.split(" ")[0]]
    context = INVISIBLE.sub("", " ".join([*words, *after.split(" ")[1:2]]))
    what = f'a sign that nobody sees ({character_name(char)}) stands in "{shorten(context, 40)}"'
    return Problem(path, line, what, "take it away: write the words around it anew")


def _homoglyph(path: str, line: int, match: re.Match[str], text: str) -> Problem:
    before = text[: match.start()].split(" ")[-1]
    word = before + text[match.start() :].split(" ")[0]
    wrong = next(
        char for char in match.group() if not re.match(f"[{_LATIN}]", char) or char in _DOUBTFUL
    )
    name = character_name(wrong)
    what = f'a letter that is another than it looks ({name}) stands in "{shorten(word, 40)}"'
    return Problem(path, line, what, "write the word anew with letters of the keyboard")


def _space(path: str, line: int, space: str, text: str) -> Problem:
    shown = shorten(_SPACE.sub(" ", text), 40)
    what = f'{character_name(space)} stands in "{shown}", where an ordinary space must be'
    return Problem(path, line, what, "write the space anew")
