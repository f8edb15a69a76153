"""When somebody last went over a page: it by itself, or the whole site."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from scripts.content.pages import SourcePage


def last_review(page: SourcePage, site_reviewed: str) -> str:
    """The day (ISO), "" where nobody has. Whoever reviewed the whole site reviewed this page too.

    Args:
        page: The page.
        site_reviewed: When somebody last went over all pages, "" if never.
    """
    return max(_day(page.text("reviewed")), _day(site_reviewed))


def _day(text: str) -> str:
    """A day as it stands there, "" where it is none, which the checks tell."""
    with suppress(ValueError):
        return date.fromisoformat(text).isoformat()
    return ""
