"""The printed documents of the real site, read once for all tests of print."""

from pathlib import Path

import pytest

from tests.print.screen import tree_of
from tests.print.tags import Pdf

FOLDERS = ("trykk", "en/print")


@pytest.fixture(scope="session")
def pdfs(site: Path) -> dict[str, Pdf]:
    """Every PDF of the site by its address."""
    found = [path for folder in FOLDERS for path in sorted((site / folder).glob("*.pdf"))]
    return {path.relative_to(site).as_posix(): Pdf(path) for path in found}


@pytest.fixture(scope="session")
def of_kind(pdfs):
    """The PDFs whose name has one of these endings, with the page each is offered on."""

    def find(*endings: str) -> dict[str, Pdf]:
        found = {name: pdf for name, pdf in pdfs.items() if name.endswith(endings)}
        assert found, endings
        return found

    return find


@pytest.fixture(scope="session")
def page_of(site, pages):
    """The page that offers a document, as a tree."""
    trees = {}
    for page in pages:
        path = site / page["url"] / "index.html"
        tree = tree_of(path)
        for link in tree.select(".downloads-box a[href$='.pdf']"):
            address = (path.parent / link["href"]).resolve().relative_to(site.resolve())
            if page["kind"] in ("phase", "tool"):
                trees[address.as_posix()] = (page, tree)
    return trees
