"""Converts rendered HTML to a list of events, so that two renderers can be compared.

An event is a pair of kind (start tag, end tag, text) and value. Invisible differences are left
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
EMPHASIS = frozenset({"em", "strong"})
INLINE = frozenset({"code", "a", "img", "br", "input"})
_PLAIN = frozenset({"p", "thead", "tbody", "div", "label", "span"})
PARAGRAPH = ("¶", "")


class Events:
    """Collects events; adjacent text is joined, and its white space collapsed."""

    def __init__(self) -> None:
        self.found: list[Event] = []
        self._text: list[str] = []
        self._stress = {"em": 0, "strong": 0}

    def text(self, text: str) -> None:
        """Add text to the current run."""
        self._text.append(text)

    def flush(self) -> None:
        """End the current run of text, as one event."""
        joined = " ".join("".join(self._text).split())
        self._text = []
        if joined:
            how = "".join(f" {name}" for name, depth in self._stress.items() if depth)
            self.found.append((f"text{how}", joined))

    def stress(self, name: str, change: int) -> None:
        """Emphasis begins (1) or ends (-1): the nesting order of two kinds is invisible."""
        self.flush()
        self._stress[name] = max(0, self._stress[name] + change)

    def add(self, kind: str, value: str = "") -> None:
        """Add an event other than text."""
        self.flush()
        self.found.append((kind, value))

    def paragraph(self) -> None:
        """Begin a paragraph, which is visible only after other content."""
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
        attributes = {name: value or "" for name, value in attrs}
        self.attributes += [(tag, name, value) for name, value in attributes.items()]
        if tag == "p":
            self.events.paragraph()
        elif tag == "a":
            self.events.add("<a", decoded_address(attributes.get("href", "")))
        elif tag == "img":
            source = decoded_address(attributes.get("src", ""))
            self.events.add("<img", f"{source} {attributes.get('alt', '')}")
        elif tag == "input":
            self.events.text("[x] " if "checked" in attributes else "[ ] ")
        elif tag == "ol":
            self.events.add("<ol", attributes.get("start", "1"))
        elif tag in EMPHASIS:
            self.events.stress(tag, 1)
        elif tag in BLOCKS | INLINE:
            self.events.add(f"<{tag}")
        elif tag not in _PLAIN:
            self.other.append(tag)
            self.events.text(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"img", "br", "hr", "input"}:
            return
        if tag in EMPHASIS:
            self.events.stress(tag, -1)
        elif tag in BLOCKS | INLINE:
            self.events.add(f"{tag}>")
        elif tag == "p":
            self.events.flush()
        elif tag not in _PLAIN:
            self.events.text(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.events.text(data)


def decoded_address(target: str) -> str:
    """An address, decoded from entities, percent-encoding and Punycode."""
    return _PUNYCODE.sub(_decoded_label, unquote(unescape(target)))


def _decoded_label(label: re.Match[str]) -> str:
    try:
        return label[1].encode("ascii").decode("punycode")
    except UnicodeError:
        return label.group()


def events_of(html: str) -> tuple[list[Event], list[str], list[tuple[str, str, str]]]:
    """The events of some HTML, the tags that Markdown never produces, and all attributes."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.events.flush()
    return reader.events.found, reader.other, reader.attributes
