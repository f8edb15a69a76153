"""Reads BibTeX as people paste it: one entry or more, with TeX's way of writing letters.

Own code: the libraries that read BibTeX are no dependency, and four fields of ten are used.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

_ENTRY = re.compile(r"@\s*(?P<type>[A-Za-z]+)\s*[{(]\s*")
# Programs refuse a key with a space in it, and people write one.
_KEY = re.compile(r"(?P<key>[^,{}()\"=]*)(?:,|(?=[)}]))")
_END = re.compile(r"[\s,]*[)}]")
_FIELD = re.compile(r"[\s,]*(?P<name>[A-Za-z][\w:-]*)\s*=\s*")
_PLAIN = re.compile(r"[^\s,{}\"#]+")
_NO_ENTRIES = {"comment", "preamble", "string"}
# TeX's accents -> the mark that Unicode puts on the letter before it.
_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "c": "\u0327", "v": "\u030c", "r": "\u030a", "u": "\u0306", "k": "\u0328",
    "H": "\u030b",
}  # fmt: skip
_LETTERS = {
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "o": "ø", "O": "Ø", "ss": "ß", "l": "ł", "L": "Ł",
    "oe": "œ", "OE": "Œ", "i": "i", "j": "j", "textendash": "–", "textemdash": "—", "dh": "ð",
    "textquoteright": "’", "textquoteleft": "‘", "guillemotleft": "«", "guillemotright": "»",
    "textbackslash": "\\", "textasciitilde": "~", "DH": "Ð", "th": "þ", "TH": "Þ",
    "textquotedblleft": "“", "textquotedblright": "”", "quotedblbase": "„", "ldots": "…",
    "dots": "…", "textellipsis": "…", "S": "§", "texteuro": "€", "euro": "€", "pounds": "£",
    "textdegree": "°", "textbullet": "•", "times": "×", "copyright": "©", "textregistered": "®",
    "lambda": "λ", "Lambda": "Λ", "textsuperscript": "", "textsubscript": "",
}  # fmt: skip
# A sign is an accent at once; a letter only before a brace or a space.
_ACCENT = re.compile(
    r"\\(?:(?P<sign>['`^\"~=.])\s*|(?P<name>[cvrukH])(?:\s+|(?=\{)))"
    r"(?:\{\\?(?P<braced>[^\W\d_])\}|\\?(?P<bare>[^\W\d_]))"
)
_NAMED = re.compile(
    rf"\\({'|'.join(sorted(_LETTERS, key=len, reverse=True))})(?![A-Za-z])(\{{\}}|\s)?"
)
_COMMAND = re.compile(r"\\[A-Za-z]+\*?\s*(?=\{)|\\(?:bf|it|em|rm|sc|sf|tt)(?:series|shape)?\b\s?")
# A hyphen that may be, and what keeps letters apart; thin and plain spaces.
_NOTHING, _SPACE = re.compile(r"\\[-/@!]"), re.compile(r"\\[ ,:;]")
_MATHS = re.compile(r"(?<!\\)\$([^$\\]*(?:\\.[^$\\]*)*)\$")
_GREEK = re.compile(r"\\([A-Za-z]{2,7})(?![A-Za-z])")


@dataclass(frozen=True)
class Entry:
    """One entry: its type and its fields in small letters, the values as plain text.

    `raw` are the values with their braces, which keep the parts of a name together. `cut` is
    the last field of an entry that does not end as one does, "" of one that is whole.
    """

    type: str
    key: str
    fields: dict[str, str]
    raw: dict[str, str]
    cut: str = ""


def entries(text: str) -> Iterator[Entry]:
    """The entries of a text, what is no entry is passed over; one that is cut off ends with it."""
    strings: dict[str, str] = {}
    at = 0
    while match := _ENTRY.search(text, at):
        at = match.end()
        kind = match["type"].lower()
        if kind in _NO_ENTRIES - {"string"}:
            continue
        key = ""
        if kind != "string" and (named := _KEY.match(text, at)):
            key, at = named["key"].strip(), named.end()
        raw: dict[str, str] = {}
        while field := _FIELD.match(text, at):
            value, at = _value(text, field.end(), strings)
            raw.setdefault(field["name"].lower(), value)
        if kind == "string":
            strings |= raw
        else:
            cut = "" if _END.match(text, at) else next(reversed(raw), "its key")
            yield Entry(kind, key, {name: plain(value) for name, value in raw.items()}, raw, cut)


def _value(text: str, at: int, strings: dict[str, str]) -> tuple[str, int]:
    """A value, and where it ends: parts in braces, quotation marks or neither, joined by #."""
    parts: list[str] = []
    while True:
        while at < len(text) and text[at].isspace():
            at += 1
        sign = text[at : at + 1]
        if sign in ("{", '"'):
            part, at = _enclosed(text, at)
        elif match := _PLAIN.match(text, at):
            part, at = strings.get(match.group().lower(), match.group()), match.end()
        else:
            return "".join(parts), at
        parts.append(part)
        joined = re.compile(r"\s*#").match(text, at)
        if joined is None:
            return "".join(parts), at
        at = joined.end()


def _enclosed(text: str, at: int) -> tuple[str, int]:
    """What stands between two braces or quotation marks that belong together."""
    closing = "}" if text[at] == "{" else '"'
    depth, start = 0, at + 1
    for end in range(start, len(text)):
        sign = text[end]
        if sign in '{}"' and text[end - 1] == "\\" and text[end - 2 : end - 1] != "\\":
            continue
        if sign == closing and depth == 0:
            return text[start:end], end + 1
        depth += (sign == "{") - (sign == "}")
    return text[start:], len(text)


def plain(value: str) -> str:
    """A value without braces and commands, each letter as it is read."""
    value = _ACCENT.sub(_accent, value)
    value = _NAMED.sub(lambda match: _LETTERS[match[1]], value)
    value = _GREEK.sub(_greek, _COMMAND.sub("", value))
    value = _SPACE.sub(" ", _NOTHING.sub("", _MATHS.sub(r"\1", value)))
    value = re.sub(r"(?<!\\)~", "\N{NO-BREAK SPACE}", value)
    value = re.sub(r"\\([&%$#_{}~])|[{}]", lambda match: match[1] or "", value)
    value = value.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")
    return " ".join(unicodedata.normalize("NFC", value).split())


def _greek(match: re.Match[str]) -> str:
    name = match[1]
    size = "SMALL" if name.islower() else "CAPITAL"
    with suppress(KeyError):
        return unicodedata.lookup(f"GREEK {size} LETTER {name}")
    return match.group()


def _accent(match: re.Match[str]) -> str:
    letter = match["braced"] or match["bare"]
    return unicodedata.normalize("NFC", letter + _ACCENTS[match["sign"] or match["name"]])


def split(text: str, separator: re.Pattern[str]) -> list[str]:
    """Cut at a separator that stands in no braces."""
    parts, depth, start, at = [], 0, 0, 0
    while at < len(text):
        match = separator.match(text, at) if depth == 0 else None
        if match:
            parts.append(text[start:at])
            start = at = match.end()
            continue
        depth += (text[at] == "{") - (text[at] == "}")
        at += 1
    return [*parts, text[start:]]
