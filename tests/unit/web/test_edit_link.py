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


GITHUB, GITLAB = "https://github.com/a/b", "https://gitlab.com/a/b/c"


@pytest.mark.parametrize(
    ("setting", "right"),
    [
        (GITHUB, f"{GITHUB}/edit/main/"),
        (f"{GITHUB}/", f"{GITHUB}/edit/main/"),
        (f"{GITHUB}.git", f"{GITHUB}/edit/main/"),
        ("https://www.github.com/a/b/edit", f"{GITHUB}/edit/main/"),
        (f"{GITHUB}/tree/utkast/docs", f"{GITHUB}/edit/utkast/"),
        (f"{GITHUB}/blob/utkast/{{path}}", f"{GITHUB}/edit/utkast/"),
        ("https://github.com/", "https://github.com/owner/name/edit/main/"),
        ("https://github.com/edit/tree", "https://github.com/edit/tree/edit/main/"),
        (GITLAB, f"{GITLAB}/-/edit/main/"),
        (f"{GITLAB}/-/tree/main", f"{GITLAB}/-/edit/main/"),
        ("https://codeberg.org/a/b/src/branch/x", "https://codeberg.org/a/b/_edit/x/"),
        ("https://bitbucket.org/a/b", "https://bitbucket.org/a/b/src/main/{path}?mode=edit"),
    ],
)
def test_a_repository_is_no_folder_for_editing_and_its_mend_is(setting, right):
    (problem,) = edit_problems(setting)
    assert problem.fix.removesuffix(", or with the name of your branch for main") == (
        f"write {right}"
    )
    assert edit_problems(right) == []


@pytest.mark.parametrize("rest", ["?a=1", "#les"])
def test_what_stands_behind_the_folder_is_told_since_files_are_put_there(rest):
    (problem,) = edit_problems(f"{GITHUB}/edit/main/{rest}")
    assert problem.fix.startswith(f"take {rest} away")
    assert edit_problems(f"https://git.example/edit?file={{path}}{rest}") == []
