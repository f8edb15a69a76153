"""When a page was last reviewed: by itself, or with the whole site."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from scripts.content.pages import SourcePage


def last_review(page: SourcePage, site_reviewed: str) -> str:
    """The ISO date of the last review of a page, "" if never; a review of the site counts.

    Args:
        page: The page.
        site_reviewed: The ISO date of the last review of the whole site, "" if never.
    """
    return max(_valid_date(page.text("reviewed")), _valid_date(site_reviewed))


def _valid_date(text: str) -> str:
    """A valid ISO date as it is, otherwise "": the checks report it."""
    with suppress(ValueError):
        return date.fromisoformat(text).isoformat()
    return ""
