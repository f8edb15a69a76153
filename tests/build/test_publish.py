"""Publishing the real site in a real repository: all of it in one commit, or nothing."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from cyclonedx.model.bom import Bom

from tests import tiny
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
    pages = {"1.9", "404.html", "id", "index.html", "latest", "versions.json"}
    feeds = {"utgaver.atom", "editions.atom", "favicon.ico"}
    assert names == pages | feeds | {".nojekyll", "_headers", "robots.txt", "sitemap.xml"}
    assert versions_at(project, first) == {"1.9": ["latest"]}
    trees = git(project, "rev-parse", f"{first}:1.9", f"{first}:latest").split()
    assert trees[0] == trees[1]
    assert "pagefind.js" in git(project, "ls-tree", "--name-only", f"{first}:1.9/pagefind")
    assert git(project, "branch", "--format=%(refname:short)").split() == ["gh-pages", "main"]


def test_a_newer_edition_takes_the_alias_and_leaves_the_older_as_it_was(published):
    project = published.project
    assert git(project, "rev-list", "--count", "gh-pages") == "2"
    assert versions_at(project, "gh-pages") == {"1.10": ["latest"], "1.9": []}
    newer, alias = git(project, "rev-parse", "gh-pages:1.10", "gh-pages:latest").split()
    assert newer == alias
    before, now = git(project, "rev-parse", "gh-pages~1:1.9", "gh-pages:1.9").split()
    assert before == now != newer


def test_an_edition_says_what_it_is_from_and_its_manifest_proves_each_file(published, tmp_path):
    project = published.project
    git(project, "archive", "--output", str(tmp_path / "all.tar"), "gh-pages:1.10")
    shutil.unpack_archive(tmp_path / "all.tar", tmp_path / "site", filter="data")
    told = json.loads((tmp_path / "site/edition.json").read_text(encoding="utf-8"))
    assert told["edition"] == "1.10"
    assert told["commit"] == git(project, "rev-parse", "edition-1.10^{commit}")
    assert told["site_url"] == published.address
    assert told["uncommitted"] == []
    assert {"mkdocs", "pagefind", "weasyprint", "python"} <= told["tools"].keys()
    made_with = Bom.from_json(json.loads((tmp_path / "site/sbom.cdx.json").read_text("utf-8")))
    packages = {component.name: component.version for component in made_with.components}
    assert packages["mkdocs"] == told["tools"]["mkdocs"]
    assert len(packages) > 50
    check = ["sha256sum", "--check", "--strict", "--quiet", "manifest.sha256"]
    subprocess.run(check, cwd=tmp_path / "site", check=True)
    listed = (tmp_path / "site/manifest.sha256").read_text(encoding="utf-8").splitlines()
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert len(listed) == len(files) - 1 > 500


def test_mending_an_older_edition_keeps_the_alias_and_the_front_door(published, again):
    latest = git(again, "rev-parse", "gh-pages:latest")
    root = git(again, "rev-parse", "gh-pages:index.html", "gh-pages:404.html")
    git(again, "checkout", "--quiet", "edition-1.9")
    spoil(again / "docs/no/om/index.md", r"\Z", "\nEt nytt avsnitt.\n")
    spoil(again / "overrides/branch-root/index.html", "<body>", "<body>An older front door")
    git(again, "commit", "--quiet", "-am", "Write more")
    done = publish(again, "1.9", "--mend", SITE_URL=published.address)
    assert done.returncode == 0, done.stderr
    mended = json.loads(git(again, "show", "gh-pages:1.9/mended.json"))["mends"][0]
    assert "om/index.html" in mended["changed"]
    others = [path for path in mended["changed"] if not path.startswith(("om/", "pagefind/"))]
    # The English page now says that its original has changed, and the copies to read without
    # a network hold both.
    copies = [path for path in others if path.endswith(".zip")]
    assert len(copies) == 2
    assert set(others) - set(copies) == {"data/pages.json", "en/about/index.html"}
    assert versions_at(again, "gh-pages") == {"1.10": ["latest"], "1.9": []}
    assert "Et nytt avsnitt" in git(again, "show", "gh-pages:1.9/om/index.html")
    assert git(again, "rev-parse", "gh-pages:latest") == latest
    assert git(again, "rev-parse", "gh-pages:index.html", "gh-pages:404.html") == root


def test_a_failed_build_leaves_the_branch_untouched(again):
    before = git(again, "rev-parse", "gh-pages")
    (again / "docs/en/om/index.md").unlink()
    done = publish(again, "1.11", "--dirty")
    assert done.returncode == 1
    assert "docs/en/om/index.md: the page was deleted by hand" in done.stderr
    assert git(again, "rev-parse", "gh-pages") == before
    assert not list((again / ".git/publish").glob("run-*"))


def test_the_site_address_is_the_one_that_is_set(published):
    sitemap = git(published.project, "show", "gh-pages:latest/sitemap.xml")
    assert f"<loc>{published.address}latest/en/</loc>" in sitemap


def test_all_that_hinders_publishing_is_said_at_once(copy_project):
    project = copy_project()
    git(project, "init", "--quiet", "--initial-branch=main")
    done = run(project, "publish", "next", **IDENTITY)
    assert done.returncode == 1
    assert '"next" is not an edition' in done.stderr
    assert "there is no commit yet" in done.stderr
    assert "set SITE_URL to the public address" in done.stderr
    assert "SITE_PUBLISHER: it is not set" in done.stderr


def test_a_missing_git_identity_is_said_before_anything_is_built(repository):
    nobody = {
        "HOME": str(repository),
        "XDG_CONFIG_HOME": str(repository),
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    committer = {key: value for key, value in IDENTITY.items() if "COMMITTER" in key}
    for known in ({}, committer):
        environment = dict.fromkeys(IDENTITY, "") | nobody | known
        done = run(repository, "publish", "1.0", "--local", **environment)
        assert done.returncode == 1
        assert "git does not know who you are – run git config user.name" in done.stderr
        assert "Traceback" not in done.stderr
        assert git(repository, "branch", "--list", "gh-pages") == ""


def test_without_git_a_message_says_what_to_install(tmp_path):
    project = tiny.begin(tmp_path / "project")
    (tmp_path / "empty").mkdir()
    for command in (["publish", "1.0"], ["rollback"], ["editions"]):
        done = tiny.run(project, *command, PATH=str(tmp_path / "empty"))
        assert done.returncode == 1
        # Publishing says what it is about to do before.
        assert "\ngit: no git program was found – install git" in f"\n{done.stderr}"
