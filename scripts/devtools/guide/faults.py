"""Edits pages of the copy: a typical mistake, and a correction."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scripts.common.problems import Problem, ProblemsFound
from scripts.content.markdown import headings, links
from scripts.content.pages import SourcePage


@dataclass(frozen=True)
class Slip:
    """A misspelt link: its line, its text, and the whole file with it."""

    line: int
    words: str
    text: str


def misspelt_link(page: SourcePage, text: str) -> Slip:
    """Misspell the first link to a page in the same folder: drop its second to last letter.

    Args:
        page: The parsed page.
        text: Its file, including the front matter.

    Raises:
        ProblemsFound: there is no such link.
    """
    for link in links(page.body, page.body_line):
        name = link.target.removesuffix(".md")
        if not link.image and name != link.target and name.isalpha() and len(name) > 4:
            wrong = f"{name[:-2]}{name[-1]}.md"
            spoilt = text.replace(f"]({link.target})", f"]({wrong})", 1)
            return Slip(link.line, link.text, spoilt)
    what = "the page has no link to a page beside it, in which a letter could be missing"
    raise ProblemsFound([Problem(page.path, 0, what, "name another page in data/guide.yml")])


def corrected(page: SourcePage, text: str, addition: str) -> str:
    """Insert an addition before the first citation below the first heading.

    Raises:
        ProblemsFound: there is no such place.
    """
    sections = headings(page.body)
    start = text.find(page.body) + sections[0].end if sections else -1
    offset = text.find(" [@", start)
    if start < 0 or offset < 0:
        what = "the page has no note below its first heading, before which words could be added"
        raise ProblemsFound([Problem(page.path, 0, what, "name another page in data/guide.yml")])
    return f"{text[:offset]}{addition}{text[offset:]}"


def write(copy: Path, page: SourcePage, text: str) -> None:
    """Save a page of the copy in one write, as a text editor does."""
    (copy / page.path).write_text(text, encoding="utf-8", newline="")
