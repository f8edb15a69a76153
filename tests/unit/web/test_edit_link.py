"""*Edit this page* leads to the file of the page, wherever the owner keeps it."""

import pytest

from scripts.web.edit_link import edit_problems, edit_url

PATH = "docs/en/metoden/kritikk.md"


@pytest.mark.parametrize(
    ("setting", "address"),
    [
        ("https://github.com/a/b/edit/main/", f"https://github.com/a/b/edit/main/{PATH}"),
        ("https://gitlab.com/a/b/-/edit/main", f"https://gitlab.com/a/b/-/edit/main/{PATH}"),
        ("https://git.example:8443/x?file={path}", f"https://git.example:8443/x?file={PATH}"),
        ("", None),
        (None, None),
    ],
)
def test_the_address_of_a_folder_becomes_that_of_a_file(setting, address):
    assert edit_problems(setting) == []
    assert edit_url(setting, PATH) == address


@pytest.mark.parametrize(
    "setting",
    ["javascript:alert(1)//", "github.com/a/b", "https://x y/", "https://x/{file}", 'https://x/"a'],
)
def test_what_is_no_address_is_told_and_leads_nowhere(setting):
    (problem,) = edit_problems(setting)
    assert str(problem).startswith("SITE_EDIT: ")
    assert "write that of the folder, such as https://" in str(problem)
    assert edit_url(setting, PATH) is None
