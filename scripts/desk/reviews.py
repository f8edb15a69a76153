"""Three dates of each page: last changed, last reviewed, and when the next review is due.

A typo fix is no review, and a review may change nothing: the first date comes from git, the
second from the reviewer (`make reviewed`), and the third is computed.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from scripts.content.pages import Site, SourcePage
from scripts.content.reviews import last_review
from scripts.desk.items import Item


@dataclass(frozen=True)
class Dates:
    """The dates of one page (ISO); "" if unknown or never reviewed."""

    changed: str
    reviewed: str
    due: str


def dates_of(
    page: SourcePage, days_of_change: Mapping[str, str], site_reviewed: str, months: int
) -> Dates:
    """The dates of a page.

    Args:
        page: The page.
        days_of_change: The date of the last commit by path.
        site_reviewed: The date of the last full review, "" if there was none.
        months: How long a review is valid.
    """
    reviewed = last_review(page, site_reviewed)
    due = months_later(date.fromisoformat(reviewed), months).isoformat() if reviewed else ""
    return Dates(days_of_change.get(page.path, ""), reviewed, due)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last day of that month if it is shorter."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def due_reviews(site: Site, dates: Mapping[str, Dates], today: date) -> Iterator[Item]:
    """Pages whose review is due, the longest overdue first."""
    pages = [page for page in site.pages if "" < dates[page.path].due <= today.isoformat()]
    for page in sorted(pages, key=lambda each: (dates[each.path].due, each.path)):
        known = dates[page.path]
        changed = f", last changed {known.changed}" if known.changed else ""
        what = f"review due {known.due} (last reviewed {known.reviewed}{changed})"
        yield _item(page, what)


def never_reviewed(site: Site, dates: Mapping[str, Dates]) -> Iterator[Item]:
    """Pages that were never reviewed, the longest unchanged first."""
    pages = [page for page in site.pages if not dates[page.path].reviewed]
    for page in sorted(pages, key=lambda each: (dates[each.path].changed, each.path)):
        changed = dates[page.path].changed
        yield _item(page, f"never reviewed (last changed {changed or 'nobody knows when'})")


def _item(page: SourcePage, what: str) -> Item:
    fix = f"go over it, then make reviewed PAGES={page.path}"
    line = page.front_matter.line(("reviewed",)) if "reviewed" in page.meta else 1
    return Item(page.path, line, what, fix, page.locale.code)
