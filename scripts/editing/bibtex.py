"""A lenient BibTeX parser for pasted text: one or more entries, with TeX escapes.

Own code: no BibTeX library is a dependency, and only part of the format is needed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

_ENTRY = re.compile(r"@\s*(?P<type>[A-Za-z]+)\s*[{(]\s*")
# May contain spaces: BibTeX forbids them, but people write them.
_KEY = re.compile(r"(?P<key>[^,{}()\"=]*)(?:,|(?=[)}]))")
_END = re.compile(r"[\s,]*[)}]")
_FIELD = re.compile(r"[\s,]*(?P<name>[A-Za-z][\w:-]*)\s*=\s*")
_PLAIN = re.compile(r"[^\s,{}\"#]+")
_NO_ENTRIES = {"comment", "preamble", "string"}
# TeX's accent commands -> combining characters.
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
# A symbol (\') is always an accent; a letter (\c) only before a brace or a space.
_ACCENT = re.compile(
    r"\\(?:(?P<sign>['`^\"~=.])\s*|(?P<name>[cvrukH])(?:\s+|(?=\{)))"
    r"(?:\{\\?(?P<braced>[^\W\d_])\}|\\?(?P<bare>[^\W\d_]))"
)
_NAMED = re.compile(
    rf"\\({'|'.join(sorted(_LETTERS, key=len, reverse=True))})(?![A-Za-z])(\{{\}}|\s)?"
)
_COMMAND = re.compile(r"\\[A-Za-z]+\*?\s*(?=\{)|\\(?:bf|it|em|rm|sc|sf|tt)(?:series|shape)?\b\s?")
# Discretionary hyphens, italic corrections and negative spaces; spaces.
_NOTHING, _SPACE = re.compile(r"\\[-/@!]"), re.compile(r"\\[ ,:;]")
_MATHS = re.compile(r"(?<!\\)\$([^$\\]*(?:\\.[^$\\]*)*)\$")
# The address of a link, whose text follows.
_LINK = re.compile(r"\\href\s*\{[^{}]*\}")
# Raised and lowered digits: those that every typeface has raised are raised.
_RAISED = re.compile(r"(?P<sign>[_^])(?P<brace>\{)?(?P<digits>\d+)(?(brace)\})")
_RAISED_DIGITS = str.maketrans("123", "¹²³")
# In addresses, TeX escapes some signs and has a command for the tilde; all else stands as it is.
_TILDE = re.compile(r"\{?\\(?:textasciitilde|~)(?:\{\}|\})?|\{?\$\\sim\$\}?")
_ADDRESS_ESCAPE = re.compile(r"\\url\s*(?=\{)|\\([&%$#_{}/-])|[{}]")
_GREEK = re.compile(r"\\([A-Za-z]{2,7})(?![A-Za-z])")


@dataclass(frozen=True)
class Entry:
    """One entry: type and field names in lower case, values as plain text.

    `raw` are the values with their braces, which group the parts of a name. `cut` is the last
    field of an entry without a closing brace, "" for a complete entry.
    """

    type: str
    key: str
    fields: dict[str, str]
    raw: dict[str, str]
    cut: str = ""


def entries(text: str) -> Iterator[Entry]:
    """Parse the entries of a text; other text is skipped, and the last entry may be incomplete."""
    strings: dict[str, str] = {}
    position = 0
    while match := _ENTRY.search(text, position):
        position = match.end()
        kind = match["type"].lower()
        if kind in _NO_ENTRIES - {"string"}:
            continue
        key = ""
        if kind != "string" and (key_match := _KEY.match(text, position)):
            key, position = key_match["key"].strip(), key_match.end()
        raw: dict[str, str] = {}
        while field := _FIELD.match(text, position):
            value, position = _value(text, field.end(), strings)
            raw.setdefault(field["name"].lower(), value)
        if kind == "string":
            strings |= raw
        else:
            cut = "" if _END.match(text, position) else next(reversed(raw), "its key")
            yield Entry(kind, key, {name: plain(value) for name, value in raw.items()}, raw, cut)


def _value(text: str, position: int, strings: dict[str, str]) -> tuple[str, int]:
    """A value and its end offset: parts in braces, quotes or neither, concatenated with #."""
    parts: list[str] = []
    while True:
        while position < len(text) and text[position].isspace():
            position += 1
        character = text[position : position + 1]
        if character in ("{", '"'):
            part, position = _enclosed(text, position)
        elif match := _PLAIN.match(text, position):
            part, position = strings.get(match.group().lower(), match.group()), match.end()
        else:
            return "".join(parts), position
        parts.append(part)
        concatenation = re.compile(r"\s*#").match(text, position)
        if concatenation is None:
            return "".join(parts), position
        position = concatenation.end()


def _enclosed(text: str, position: int) -> tuple[str, int]:
    """The text in matching braces or quotes, and the offset after the closing one."""
    closing = "}" if text[position] == "{" else '"'
    depth, start = 0, position + 1
    for end in range(start, len(text)):
        character = text[end]
        if character in '{}"' and text[end - 1] == "\\" and text[end - 2 : end - 1] != "\\":
            continue
        if character == closing and depth == 0:
            return text[start:end], end + 1
        depth += (character == "{") - (character == "}")
    return text[start:], len(text)


def plain(value: str) -> str:
    """A value as Unicode text, without braces and TeX commands."""
    value = _ACCENT.sub(_accent, _LINK.sub("", value))
    value = _NAMED.sub(lambda match: _LETTERS[match[1]], value)
    value = _GREEK.sub(_greek, _COMMAND.sub("", value))
    value = _SPACE.sub(" ", _NOTHING.sub("", _MATHS.sub(_maths, value)))
    value = re.sub(r"(?<!\\)~", "\N{NO-BREAK SPACE}", value)
    value = re.sub(r"\\([&%$#_{}~])|[{}]", lambda match: match[1] or "", value)
    value = value.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")
    return " ".join(unicodedata.normalize("NFC", value).split())


def address(value: str) -> str:
    """A value as an address or an identifier, in which dashes and tildes stand for themselves."""
    return _ADDRESS_ESCAPE.sub(lambda match: match[1] or "", _TILDE.sub("~", value)).strip()


def _maths(match: re.Match[str]) -> str:
    return _RAISED.sub(
        lambda digits: (
            digits["digits"].translate(_RAISED_DIGITS)
            if digits["sign"] == "^"
            else digits["digits"]
        ),
        match[1],
    )


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
    """Split at separators outside braces."""
    parts, depth, start, position = [], 0, 0, 0
    while position < len(text):
        match = separator.match(text, position) if depth == 0 else None
        if match:
            parts.append(text[start:position])
            start = position = match.end()
            continue
        depth += (text[position] == "{") - (text[position] == "}")
        position += 1
    return [*parts, text[start:]]
