"""Where a phase has a long workshop and a short meeting, both say when to use which."""

import pytest

from scripts.content.markdown import links, sections
from scripts.content.pages import load_site
from scripts.language.locales import LOCALES
from tests.unit.projects import ROOT

SITE = load_site(ROOT)
# The page of a phase, the short meeting, and the section of it that says when to use it
# ("": the lead).
PAIRS = [
    ("phase-4-mapping-and-working-groups", "tool-idea-workshop", "how"),
    ("phase-5-consensus", "tool-consensus-round", ""),
    ("phase-7-evaluation-and-continuation", "tool-evaluation-meeting", "how"),
]


def targets(page, anchor):
    """Where the links of a section lead, by the key of the page and the anchor there."""
    (text,) = [each.text for each in sections(page.body) if (each.anchor or "") == anchor]
    return {link.target.rpartition("/")[2] for link in links(text)}


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
@pytest.mark.parametrize(("phase", "tool", "where"), PAIRS)
def test_the_long_workshop_and_the_short_meeting_name_each_other(locale, phase, tool, where):
    pages = SITE.by_id(locale)
    phase_file = pages[phase].key.rpartition("/")[2]
    tool_file = pages[tool].key.rpartition("/")[2]
    assert tool_file in targets(pages[phase], "suggestion")
    assert any(target.startswith(phase_file) for target in targets(pages[tool], where))
