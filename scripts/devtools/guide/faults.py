"""What is done to pages of the copy: a slip that editors make, and a text that was corrected."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scripts.common.problems import Problem, ProblemsFound
from scripts.content.markdown import headings, links
from scripts.content.pages import SourcePage


@dataclass(frozen=True)
class Slip:
    """A link that lacks a letter: its line, what readers see of it, and the whole file so."""

    line: int
    words: str
    text: str


def misspelt_link(page: SourcePage, text: str) -> Slip:
    """The first link of a page to another page beside it, without its last letter but one.

    Args:
        page: The page as it was read.
        text: Its file, front matter and all.

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
    """The text with an addition before the first note below the first heading.

    Raises:
        ProblemsFound: there is no such place.
    """
    found = headings(page.body)
    start = text.find(page.body) + found[0].end if found else -1
    place = text.find(" [@", start)
    if start < 0 or place < 0:
        what = "the page has no note below its first heading, before which words could be added"
        raise ProblemsFound([Problem(page.path, 0, what, "name another page in data/guide.yml")])
    return f"{text[:place]}{addition}{text[place:]}"


def write(copy: Path, page: SourcePage, text: str) -> None:
    """Save a page of the copy, in one step as an editor's program does."""
    (copy / page.path).write_text(text, encoding="utf-8", newline="")
