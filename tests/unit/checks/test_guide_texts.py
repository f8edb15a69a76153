"""The page that the guide's pictures are taken of has to be there in both languages."""

import copy

from scripts.checks.guide_texts import check_guide, read_guide
from scripts.common.paths import Project
from scripts.content.pages import load_site
from tests.unit.projects import ROOT

SITE = load_site(ROOT)
READ, _ = read_guide(Project(ROOT))


def said(change):
    """What is told once the site has other pages."""
    site = copy.copy(SITE)
    site.pages = change(list(SITE.pages))
    return [problem.what for problem in check_guide(site, READ)]


def test_a_page_that_is_nowhere_is_told():
    (parsed,) = READ.values()
    named = parsed.data["page"]
    assert said(lambda pages: pages) == []
    assert said(lambda pages: [page for page in pages if page.id != named]) == [
        f'the pictures show the page "{named}", which is not there in both languages'
    ]


def test_a_page_whose_counterpart_cannot_be_read_is_told_of_there_alone():
    (parsed,) = READ.values()
    named = parsed.data["page"]
    counterpart = next(page for page in SITE.pages if page.id == named)
    assert said(lambda pages: [page for page in pages if page is not counterpart]) == []
