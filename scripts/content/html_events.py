"""A rendered text as a row of events, so that two renderers can be held against each other.

An event is a pair: what begins, ends or stands there, and its text. What nobody sees is left
out: white space, `<p>` in an item, the order of attributes.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote

_PUNYCODE = re.compile(r"(?<=[/.@])xn--([a-z0-9-]+)(?=[./:?#]|$)", re.IGNORECASE)
Event = tuple[str, str]

BLOCKS = frozenset(
    {"ul", "ol", "li", "blockquote", "pre", "table", "tr", "th", "td", "hr", "dl", "dt", "dd"}
    | {f"h{level}" for level in range(1, 7)}
)
STRESS = frozenset({"em", "strong"})
INLINE = frozenset({"code", "a", "img", "br", "input"})
_PLAIN = frozenset({"p", "thead", "tbody", "div", "label", "span"})
PARAGRAPH = ("¶", "")


class Events:
    """Collects events; text runs are joined and their white space is made one space."""

    def __init__(self) -> None:
        self.found: list[Event] = []
        self._text: list[str] = []
        self._stress = {"em": 0, "strong": 0}

    def text(self, text: str) -> None:
        """Some text."""
        self._text.append(text)

    def flush(self) -> None:
        """The text so far is one event."""
        joined = " ".join("".join(self._text).split())
        self._text = []
        if joined:
            how = "".join(f" {name}" for name, depth in self._stress.items() if depth)
            self.found.append((f"text{how}", joined))

    def stress(self, name: str, change: int) -> None:
        """Stressed words begin (1) or end (-1): which of two begins first is not seen."""
        self.flush()
        self._stress[name] = max(0, self._stress[name] + change)

    def add(self, kind: str, value: str = "") -> None:
        """Something that begins, ends or stands there."""
        self.flush()
        self.found.append((kind, value))

    def paragraph(self) -> None:
        """The begin of a paragraph, which is seen only where text stands before it."""
        self.flush()
        if self.found and not self.found[-1][0].startswith(("<", "¶")):
            self.found.append(PARAGRAPH)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events = Events()
        self.other: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.attributes += [(tag, name, value) for name, value in known.items()]
        if tag == "p":
            self.events.paragraph()
        elif tag == "a":
            self.events.add("<a", address(known.get("href", "")))
        elif tag == "img":
            self.events.add("<img", f"{address(known.get('src', ''))} {known.get('alt', '')}")
        elif tag == "input":
            self.events.text("[x] " if "checked" in known else "[ ] ")
        elif tag == "ol":
            self.events.add("<ol", known.get("start", "1"))
        elif tag in STRESS:
            self.events.stress(tag, 1)
        elif tag in BLOCKS | INLINE:
            self.events.add(f"<{tag}")
        elif tag not in _PLAIN:
            self.other.append(tag)
            self.events.text(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"img", "br", "hr", "input"}:
            return
        if tag in STRESS:
            self.events.stress(tag, -1)
        elif tag in BLOCKS | INLINE:
            self.events.add(f"{tag}>")
        elif tag == "p":
            self.events.flush()
        elif tag not in _PLAIN:
            self.events.text(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.events.text(data)


def address(target: str) -> str:
    """An address, however it is encoded."""
    return _PUNYCODE.sub(_letters, unquote(unescape(target)))


def _letters(label: re.Match[str]) -> str:
    try:
        return label[1].encode("ascii").decode("punycode")
    except UnicodeError:
        return label.group()


def events_of(html: str) -> tuple[list[Event], list[str], list[tuple[str, str, str]]]:
    """The events of some HTML, the tags that Markdown makes none of, and all attributes."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.events.flush()
    return reader.events.found, reader.other, reader.attributes
