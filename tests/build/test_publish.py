"""Publishing an edition in a real repository: all of it in one commit, or nothing."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import Published
from tests.repository import IDENTITY, begin, git, publish, run, spoil


@pytest.fixture
def repository(copy_project) -> Path:
    return begin(copy_project())


@pytest.fixture
def again(published: Published, tmp_path: Path) -> Path:
    """A copy of the repository that holds the editions 1.9 and 1.10."""
    return Path(shutil.copytree(published.project, tmp_path / "project", symlinks=True))


def versions_at(project: Path, commit: str) -> dict[str, list[str]]:
    listed = json.loads(git(project, "show", f"{commit}:versions.json"))
    return {each["version"]: each["aliases"] for each in listed}


def test_an_edition_its_alias_and_the_front_door_come_in_one_commit(published):
    project, first = published.project, "gh-pages~1"
    assert git(project, "rev-list", "--count", first) == "1"
    names = set(git(project, "ls-tree", "--name-only", first).split())
    assert names == {".nojekyll", "1.9", "404.html", "index.html", "latest", "versions.json"}
    assert versions_at(project, first) == {"1.9": ["latest"]}
    trees = git(project, "rev-parse", f"{first}:1.9", f"{first}:latest").split()
    assert trees[0] == trees[1]
    assert "pagefind.js" in git(project, "ls-tree", "--name-only", f"{first}:1.9/pagefind")
    assert git(project, "branch", "--list", "publish-scratch") == ""


def test_a_newer_edition_takes_the_alias_and_leaves_the_older_as_it_was(published):
    project = published.project
    assert git(project, "rev-list", "--count", "gh-pages") == "2"
    assert versions_at(project, "gh-pages") == {"1.10": ["latest"], "1.9": []}
    newer, alias = git(project, "rev-parse", "gh-pages:1.10", "gh-pages:latest").split()
    assert newer == alias
    before, now = git(project, "rev-parse", "gh-pages~1:1.9", "gh-pages:1.9").split()
    assert before == now != newer


def test_an_older_edition_mended_does_not_take_the_alias(again):
    latest = git(again, "rev-parse", "gh-pages:latest")
    spoil(again / "docs/no/om/index.md", r"\Z", "\nEt nytt avsnitt.\n")
    git(again, "commit", "--quiet", "-am", "Write more")
    done = publish(again, "1.9")
    assert done.returncode == 0, done.stderr
    assert versions_at(again, "gh-pages") == {"1.10": ["latest"], "1.9": []}
    assert "Et nytt avsnitt" in git(again, "show", "gh-pages:1.9/om/index.html")
    assert git(again, "rev-parse", "gh-pages:latest") == latest


def test_publishing_again_changes_nothing(published, again):
    before = git(again, "rev-parse", "gh-pages")
    done = publish(again, "1.10", SITE_URL=published.address)
    assert done.returncode == 0
    assert "published already" in done.stdout
    assert git(again, "rev-parse", "gh-pages") == before


def test_a_failed_build_leaves_the_branch_untouched(again):
    before = git(again, "rev-parse", "gh-pages")
    (again / "docs/en/om/index.md").unlink()
    done = publish(again, "1.11")
    assert done.returncode == 1
    assert "has no twin" in done.stderr
    assert git(again, "rev-parse", "gh-pages") == before
    assert git(again, "branch", "--list", "publish-scratch") == ""


def test_an_unset_site_address_is_pointed_out_and_one_that_is_set_is_used(published, again):
    (again / "docs/en/om/index.md").unlink()
    told = publish(again, "1.11").stderr
    assert "set SITE_URL" in told
    assert "SITE_CONTACT is not set" in told
    done = publish(again, "1.11", SITE_URL="https://mkm.example/base/")
    assert "set SITE_URL" not in done.stderr
    sitemap = git(published.project, "show", "gh-pages:latest/sitemap.xml")
    assert f"<loc>{published.address}latest/en/</loc>" in sitemap


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
