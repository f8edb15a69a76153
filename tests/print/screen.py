"""A page beside the files that are made from it."""

from pathlib import Path

from bs4 import BeautifulSoup

SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def tree_of(path: Path) -> BeautifulSoup:
    """The tree of a page without its soft hyphens, which belong to the screen alone."""
    return BeautifulSoup(path.read_text(encoding="utf-8").replace(SOFT_HYPHEN, ""), "lxml")
