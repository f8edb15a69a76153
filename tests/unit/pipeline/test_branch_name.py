"""BRANCH is the name of a branch alone, and of one that holds no sources."""

import pytest

from scripts.pipeline.editions.branch_name import branch_problem
from tests.repository import git


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    root = tmp_path_factory.mktemp("named")
    git(root, "init", "--quiet", "--initial-branch=work")
    git(root, "remote", "add", "origin", "https://example.org/a.git")
    git(root, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    return root


@pytest.mark.parametrize("branch", ["gh-pages", "editions/all", "origin-pages", "pages/origin"])
def test_a_name_of_a_branch_is_taken(repository, branch):
    assert branch_problem(repository, branch) is None


@pytest.mark.parametrize(
    "typed",
    [
        "refs/heads/gh-pages",
        "heads/gh-pages",
        "origin/gh-pages",
        "remotes/origin/gh-pages",
        "refs/remotes/origin/gh-pages",
    ],
)
def test_what_git_writes_before_a_name_is_told_with_the_name_alone(repository, typed):
    assert str(branch_problem(repository, typed)) == (
        f'BRANCH: "{typed}" is not the name of a branch alone – name the branch alone: gh-pages'
    )


@pytest.mark.parametrize("typed", ["@", "refs", "heads", "remotes", "remotes/origin", "origin"])
def test_what_names_no_branch_is_told_with_what_to_do(repository, typed):
    assert str(branch_problem(repository, typed)) == (
        f'BRANCH: "{typed}" is not the name of a branch alone – '
        "leave BRANCH out, or name a branch for editions alone"
    )


@pytest.mark.parametrize("typed", ["", "HEAD", "-f", "a..b", "x.lock"])
def test_what_git_takes_for_no_branch_is_told_so(repository, typed):
    assert f'"{typed}" cannot be a branch' in str(branch_problem(repository, typed))


def test_a_branch_of_the_sources_is_told(repository):
    assert "work is checked out here and holds the sources" in str(
        branch_problem(repository, "work")
    )
    assert "main is the default branch of origin" in str(branch_problem(repository, "main"))
