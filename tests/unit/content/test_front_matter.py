"""A key of the front matter is set, and nothing else of the page changes."""

import pytest

from scripts.content.front_matter import with_key

PAGE = "---\ntitle: A\n{key}kind: about\n---\n\nreviewed: no key\n\n---\n\nText.\n"
NEW = 'reviewed: "2026-11-30"'


@pytest.mark.parametrize(
    "before",
    ["reviewed: 2020-01-01\n", "reviewed:\n", "reviewed:\n  a: 1\n  b: 2\n", "reviewed: >\n  a\n"],
    ids=["value", "empty", "rows", "folded"],
)
def test_a_key_that_is_there_gets_its_new_value_in_its_place(before):
    assert with_key(PAGE.format(key=before), "reviewed", NEW) == PAGE.format(key=f"{NEW}\n")


def test_a_key_that_is_missing_becomes_the_last_one():
    page = PAGE.format(key="")
    assert with_key(page, "reviewed", NEW) == page.replace("about\n", f"about\n{NEW}\n", 1)


@pytest.mark.parametrize("page", ["", "Text.\n", "---\ntitle: A\n"], ids=["none", "text", "open"])
def test_a_page_without_front_matter_stays_as_it_is(page):
    assert with_key(page, "reviewed", NEW) == page
