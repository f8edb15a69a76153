"""The texts of the guide from data/guide.yml, and the page that its screenshots show."""

from __future__ import annotations

from typing import cast

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import ProblemsFound
from scripts.content.pages import Site, SourcePage
from scripts.content.records import Guide


def load_guide(project: Project) -> Guide:
    """Load the texts.

    Raises:
        ProblemsFound: the file cannot be read, or is invalid.
    """
    parsed, unreadable, faulty = load_data(project, "guide")
    if problems := [*unreadable, *faulty]:
        raise ProblemsFound(problems)
    return cast("Guide", parsed.data)


def shown_pages(guide: Guide, site: Site) -> dict[str, SourcePage]:
    """The page in the screenshots, by language code; the checks guarantee that it exists."""
    return {page.locale.code: page for page in site.pages if page.id == guide["page"]}
