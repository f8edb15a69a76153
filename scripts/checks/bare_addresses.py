"""Web and e-mail addresses in the text of pages that are not written as links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.common.problems import Kind, Problem
from scripts.content.escapes import is_escaped
from scripts.content.foreign_syntax import FOREIGN
from scripts.content.markdown import line_at, links
from scripts.content.pages import SourcePage

_WEB = re.compile(
    r"(?<![\w/@.-])(?:(?:https?|ftp)://|www\.)[^\s<>]*[^\s<>.,;:!?)\]»”’\"']", re.IGNORECASE
)
# Possessive quantifiers: with backtracking, a long word would take quadratic time.
_MAIL = re.compile(
    r"(?<![\w/@.+-])(?:mailto:)?(?P<mail>[\w.+-]++@[\w-]++(?:\.[\w-]++)*+)", re.IGNORECASE
)
# The top-level domain of an e-mail address; a package version (x@1.2) has none.
_ENDING = re.compile(r"\.[^\W\d_]{2,}\.?")
# A link to an e-mail address with a space in it, which is none.
_BROKEN_LINK = re.compile(r"\]\((?P<address>mailto:[^()\s]*[ \t][^()\n]*)\)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>\n]+>")


def check_bare(page: SourcePage, masked: str) -> Iterator[Problem]:
    """Yield the bare addresses of a page; `masked` is its body with code blanked out."""
    excluded = [(link.start, link.end) for link in links(page.body)]
    # Failed attempts at a link are reported as such (unknown_syntax.py), not for their address.
    patterns = (_TAG, *(foreign.pattern for foreign in FOREIGN if foreign.name == "a link"))
    excluded += [match.span() for pattern in patterns for match in pattern.finditer(masked)]
    for match in _WEB.finditer(masked):
        if not _is_within(match, excluded):
            excluded.append(match.span())
            yield _problem(page, masked, match, match.group(), _web_fix(match.group()))
    for match in _MAIL.finditer(masked):
        name, _, host = match["mail"].rstrip(".-_").rpartition("@")
        is_mail = name and _ENDING.search(host, max(host.rfind("."), 0))
        if not is_mail or _is_within(match, excluded) or is_escaped(masked, match.start()):
            continue
        if broken := _BROKEN_LINK.match(masked, max(match.start() - len("]("), 0)):
            # One problem for all addresses of the link.
            excluded.append(broken.span())
            what = f'the address "{broken["address"]}" holds a space, and is no link'
            fix = "write the address alone, with %20 for a space in its subject"
            line = line_at(masked, match.start(), page.body_line)
            yield Problem(page.path, line, what, fix)
        else:
            yield _problem(page, masked, match, f"{name}@{host}", f"write <{name}@{host}>")


def _is_within(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start <= match.start() < end for start, end in spans)


def _web_fix(address: str) -> str:
    scheme, colon, rest = address.partition("://")
    whole = f"{scheme.lower()}://{rest}" if colon else f"https://www.{address[4:]}"
    if whole.startswith("ftp:"):
        return "take it away: browsers do not open it"
    return f"write <{whole}> or [name]({whole})"


def _problem(
    page: SourcePage, masked: str, match: re.Match[str], address: str, fix: str
) -> Problem:
    line = line_at(masked, match.start(), page.body_line)
    what = f'the address "{address}" would be no link'
    return Problem(page.path, line, what, fix, kind=Kind.BARE, about=address)
