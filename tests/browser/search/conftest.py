"""The dialog opened, and the judged set."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

HERE = Path(__file__).resolve().parent
START = {"nb": "", "en": "en/"}


@dataclass(frozen=True)
class Judged:
    """A query of the judged set, and the ids of pages that answer it."""

    lang: str
    kind: str
    text: str
    expected: frozenset[str]


def judged(lang: str) -> Iterator[Judged]:
    """The queries of one language."""
    content = yaml.safe_load((HERE / "queries.yml").read_text(encoding="utf-8"))
    for kind, queries in content[lang].items():
        for text, expected in queries.items():
            yield Judged(lang, kind, text, frozenset(expected))


@pytest.fixture
def open_search(page: Page, served: str):
    """Opens the dialog by keyboard on the home page of a language; gives its field."""

    def opened(lang: str = "nb", url: str | None = None) -> Locator:
        page.goto(url or served + START[lang])
        page.keyboard.press("Control+k")
        field = page.locator("dialog input[type=search]")
        expect(field).to_be_focused()
        return field

    return opened
