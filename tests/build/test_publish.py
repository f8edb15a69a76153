"""Publishing an edition in a real repository: all of it in one commit, or nothing."""

import json
from pathlib import Path

import pytest

from tests.repository import IDENTITY, begin, git, publish, run, spoil


@pytest.fixture
def repository(copy_project) -> Path:
    return begin(copy_project())


def test_an_edition_its_alias_and_the_front_door_come_in_one_commit(repository):
    done = publish(repository, "1.0")
    assert done.returncode == 0, done.stderr
    assert git(repository, "rev-list", "--count", "gh-pages") == "1"
    names = set(git(repository, "ls-tree", "--name-only", "gh-pages").split())
    assert names == {".nojekyll", "1.0", "404.html", "index.html", "latest", "versions.json"}
    versions = json.loads(git(repository, "show", "gh-pages:versions.json"))
    assert versions == [{"version": "1.0", "title": "1.0", "aliases": ["latest"]}]
    trees = git(repository, "rev-parse", "gh-pages:1.0", "gh-pages:latest").split()
    assert trees[0] == trees[1]
    assert "pagefind.js" in git(repository, "ls-tree", "--name-only", "gh-pages:1.0/pagefind")
    assert git(repository, "branch", "--list", "publish-scratch") == ""


def test_publishing_again_changes_nothing(repository):
    publish(repository, "1.0")
    before = git(repository, "rev-parse", "gh-pages")
    done = publish(repository, "1.0")
    assert done.returncode == 0
    assert "published already" in done.stdout
    assert git(repository, "rev-parse", "gh-pages") == before


def test_a_newer_edition_takes_the_alias_and_an_older_one_mended_does_not(repository):
    publish(repository, "1.0")
    page = repository / "docs/no/om/index.md"
    spoil(page, r"\Z", "\nEt nytt avsnitt.\n")
    git(repository, "commit", "--quiet", "-am", "Write more")
    publish(repository, "1.10")
    publish(repository, "1.9")
    versions = json.loads(git(repository, "show", "gh-pages:versions.json"))
    assert {each["version"]: each["aliases"] for each in versions} == {
        "1.10": ["latest"],
        "1.9": [],
        "1.0": [],
    }
    assert "Et nytt avsnitt" in git(repository, "show", "gh-pages:latest/om/index.html")
    assert "Et nytt avsnitt" not in git(repository, "show", "gh-pages:1.0/om/index.html")


def test_a_failed_build_leaves_the_branch_untouched(repository):
    publish(repository, "1.0")
    before = git(repository, "rev-parse", "gh-pages")
    (repository / "docs/en/om/index.md").unlink()
    done = publish(repository, "1.1")
    assert done.returncode == 1
    assert "has no twin" in done.stderr
    assert git(repository, "rev-parse", "gh-pages") == before
    assert git(repository, "branch", "--list", "publish-scratch") == ""


def test_a_missing_git_identity_is_said_before_anything_is_built(repository):
    nobody = {
        "HOME": str(repository),
        "XDG_CONFIG_HOME": str(repository),
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    environment = dict.fromkeys(IDENTITY, "") | nobody
    done = run(repository, "publish", "1.0", **environment)
    assert done.returncode == 1
    assert "git does not know who you are – run git config user.name" in done.stderr
    assert "Traceback" not in done.stderr
    assert git(repository, "branch", "--list", "gh-pages") == ""


def test_all_that_hinders_publishing_is_said_at_once(copy_project):
    project = copy_project()
    git(project, "init", "--quiet", "--initial-branch=main")
    done = publish(project, "next")
    assert done.returncode == 1
    assert '"next" is not an edition' in done.stderr
    assert "there is no commit yet" in done.stderr


def test_an_unset_site_address_is_pointed_out(repository):
    assert "set SITE_URL" in publish(repository, "1.0").stderr
    done = publish(repository, "1.1", SITE_URL="https://mkm.example/base/")
    assert "set SITE_URL" not in done.stderr
    sitemap = git(repository, "show", "gh-pages:latest/sitemap.xml")
    assert "<loc>https://mkm.example/base/latest/en/</loc>" in sitemap
