"""The words of the guide, data/guide.yml, and the page that its pictures show."""

from __future__ import annotations

from typing import cast

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import ProblemsFound
from scripts.content.pages import Site, SourcePage
from scripts.content.records import Guide


def load_guide(project: Project) -> Guide:
    """The words.

    Raises:
        ProblemsFound: the file cannot be read, or has faults.
    """
    parsed, unreadable, faulty = load_data(project, "guide")
    if problems := [*unreadable, *faulty]:
        raise ProblemsFound(problems)
    return cast("Guide", parsed.data)


def shown_pages(guide: Guide, site: Site) -> dict[str, SourcePage]:
    """The page that the pictures show, by the code of each language; the check knows it."""
    return {page.locale.code: page for page in site.pages if page.id == guide["page"]}
