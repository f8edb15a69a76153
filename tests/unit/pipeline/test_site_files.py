"""What the site says of its pages to programs is what the desk says of them to editors."""

import json

import pytest

from scripts.pipeline.context import begin_build
from scripts.pipeline.site_files import write_page_index
from tests.unit.projects import edit

NO = "docs/no/metoden/historie.md"
SITE = "2026-06-01"


@pytest.mark.parametrize(
    ("own", "last"),
    [("2026-01-31", SITE), ("2026-06-02", "2026-06-02"), ("", SITE)],
)
def test_a_page_was_last_reviewed_when_it_or_the_whole_site_was(project, tmp_path, own, last):
    if own:
        edit(project, NO, "kind: concept\n", f'kind: concept\nreviewed: "{own}"\n')
    build = begin_build(project.root, "https://example.org/", preview=True, reviewed=SITE)
    write_page_index(build, tmp_path / "site")
    pages = json.loads((tmp_path / "site/data/pages.json").read_text(encoding="utf-8"))["pages"]
    assert [each["reviewed"] for each in pages if each["source"] == NO] == [last]


def test_of_a_page_that_nobody_reviewed_no_day_is_told(project, tmp_path):
    build = begin_build(project.root, "https://example.org/", preview=True)
    write_page_index(build, tmp_path / "site")
    pages = json.loads((tmp_path / "site/data/pages.json").read_text(encoding="utf-8"))["pages"]
    assert {each["reviewed"] for each in pages} == {None}
