"""The editors' desk: all open tasks, the most important first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from scripts.checks.translations import WHY, sections_that_wait
from scripts.common.data_file import load_data
from scripts.content.load import Content
from scripts.content.pages import Site
from scripts.content.translation import OUTDATED, translation_status
from scripts.desk.items import Group, Item
from scripts.desk.reviews import Dates, dates_of, due_reviews, never_reviewed
from scripts.desk.settings import load_settings
from scripts.desk.source_items import failing, moved, unread, untried
from scripts.desk.thin_pages import thin_pages
from scripts.language.locales import NORWEGIAN


@dataclass(frozen=True)
class Desk:
    """The open tasks on a day, in groups, and the dates of each page by path."""

    today: str
    months: int
    groups: tuple[Group, ...]
    dates: Mapping[str, Dates]

    @property
    def count(self) -> int:
        """The total number of items."""
        return sum(len(group.items) for group in self.groups)

    def as_data(self) -> dict[str, Any]:
        """The desk as JSON data: groups with their items, and three dates of each page."""
        return {
            "today": self.today,
            "review_months": self.months,
            "groups": [group.as_data() for group in self.groups],
            "pages": [{"path": path, **asdict(dates)} for path, dates in self.dates.items()],
        }


def build_desk(
    content: Content,
    days_of_change: Mapping[str, str],
    today: date,
    site_reviewed: str = "",
) -> Desk:
    """All open tasks: first what readers notice, then what may be outdated, then improvements.

    Args:
        content: Valid pages and data.
        days_of_change: The date of the last commit by path; empty without git.
        today: The day for which due reviews are computed.
        site_reviewed: The date of the last full review (ISO), "" if there was none.

    Raises:
        ProblemsFound: data/desk.yml is invalid.
    """
    site, project = content.site, content.project
    settings = load_settings(project)
    parsed, *_ = load_data(project, "sources")
    months = settings["review_months"]
    dates = {
        page.path: dates_of(page, days_of_change, site_reviewed, months) for page in site.pages
    }
    all_groups: tuple[tuple[str, str, Iterable[Item]], ...] = (
        ("translations", "English text that lags behind the Norwegian", _translations(site)),
        ("failing", "Addresses that failed when they were last tried", failing(content, parsed)),
        ("review-due", "Pages whose review is due", due_reviews(site, dates, today)),
        ("thin", "Thin pages", thin_pages(site, content.sources, settings)),
        ("unread", "Sources that were not read whole", unread(content, parsed)),
        ("moved", "Addresses that moved", moved(content, parsed)),
        ("never-reviewed", "Pages that were never reviewed", never_reviewed(site, dates)),
        ("untried", "Addresses that were never tried", untried(content, parsed)),
    )
    groups = tuple(Group(name, title, tuple(items)) for name, title, items in all_groups)
    return Desk(today.isoformat(), months, groups, dates)


def _translations(site: Site) -> Iterator[Item]:
    """Outdated sections of translations; a page without known sections as a whole."""
    for page in site.pages:
        status = translation_status(page, site)
        if status not in WHY:
            continue
        original = site.of(NORWEGIAN).get(page.key)
        compared = original if status == OUTDATED else None
        sections = list(sections_that_wait(page, compared)) if compared else []
        command = f"make translated PAGES={page.path}"
        for each in sections:
            fix = f"translate it, then {command} SECTION={each.anchor.strip('()')}"
            anchor = "" if each.anchor.startswith("(") else each.anchor
            yield Item(page.path, each.line, each.what, fix, page.locale.code, anchor)
        if not sections:
            fix = f"translate what changed, then {command}"
            yield Item(page.path, page.body_line, WHY[status], fix, page.locale.code)
