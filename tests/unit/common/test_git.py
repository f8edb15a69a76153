"""The day of a page is that of the last commit that touched it, and unknown rather than wrong."""

import os
import subprocess

import pytest

from scripts.common.git import GitFailed, ask, days_of_change, git, has_identity

PEOPLE = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Test"), ("EMAIL", "test@localhost"))
}


@pytest.fixture(autouse=True)
def _nobodys_settings(monkeypatch, tmp_path):
    """No settings of this machine, and no repository that happens to lie above."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


class Repository:
    """A repository whose commits have the days that a test gives them."""

    def __init__(self, root):
        self.root = root
        root.mkdir()
        self("init", "--quiet", "--initial-branch=main")

    def __call__(self, *arguments, day="2020-01-01", author=None):
        days = {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        days["GIT_AUTHOR_DATE"] = f"{author or day}T12:00:00Z"
        subprocess.run(
            ["git", *arguments], cwd=self.root, check=True, env={**os.environ, **PEOPLE, **days}
        )

    def write(self, path, text="x"):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def commit(self, day, author=None):
        self("add", "--all")
        self("commit", "--quiet", "-m", "Change", day=day, author=author)

    @property
    def days(self):
        return days_of_change(self.root, "docs")


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path / "project")


def test_each_file_has_the_day_of_its_last_commit(repository):
    repository.write("docs/a.md")
    repository.write("docs/b.md")
    repository.commit("2020-01-02")
    repository.write("docs/a.md", "y")
    repository.commit("2021-03-04")
    assert repository.days == {"docs/a.md": "2021-03-04", "docs/b.md": "2020-01-02"}


def test_the_later_day_counts_when_commits_are_not_in_the_order_of_their_days(repository):
    repository.write("docs/a.md")
    repository.commit("2021-03-04")
    repository.write("docs/a.md", "y")
    repository.commit("2020-01-02")
    assert repository.days == {"docs/a.md": "2021-03-04"}


def test_the_day_is_when_it_was_committed_and_not_when_it_was_written(repository):
    repository.write("docs/a.md")
    repository.commit("2021-03-04", author="2019-01-01")
    assert repository.days == {"docs/a.md": "2021-03-04"}


def test_files_outside_the_folder_and_changes_without_a_commit_say_nothing(repository):
    repository.write("docs/a.md")
    repository.write("data/sources.yml")
    repository.commit("2020-01-02")
    repository.write("docs/a.md", "not committed")
    repository.write("docs/new.md")
    assert repository.days == {"docs/a.md": "2020-01-02"}


@pytest.mark.parametrize("name", ["øvre-eiker.md", "to ord.md"])
def test_file_is_found_under_the_name_it_has(repository, name):
    repository.write(f"docs/{name}")
    repository.commit("2020-01-02")
    assert repository.days == {f"docs/{name}": "2020-01-02"}


def test_renamed_file_has_the_day_of_its_new_name(repository):
    repository.write("docs/old.md")
    repository.commit("2020-01-02")
    repository("mv", "docs/old.md", "docs/new.md")
    repository.commit("2021-03-04")
    assert repository.days["docs/new.md"] == "2021-03-04"


def test_project_in_a_folder_of_a_repository_has_paths_of_its_own(repository):
    repository.write("site/docs/a.md")
    repository.write("docs/b.md")
    repository.commit("2020-01-02")
    assert days_of_change(repository.root / "site", "docs") == {"docs/a.md": "2020-01-02"}


def test_tags_and_branches_on_a_commit_change_nothing(repository):
    repository.write("docs/a.md")
    repository.commit("2020-01-02")
    repository("tag", "grafted-on")
    repository("branch", "other")
    assert repository.days == {"docs/a.md": "2020-01-02"}


def test_shallow_clone_says_nothing_of_what_is_older_than_it(repository, tmp_path):
    for name, day in (("a", "2020-01-01"), ("b", "2021-01-01"), ("c", "2022-01-01")):
        repository.write(f"docs/{name}.md")
        repository.commit(day)
    for depth, known in ((1, {}), (2, {"docs/c.md": "2022-01-01"})):
        clone = tmp_path / f"clone-{depth}"
        address = repository.root.as_uri()
        git(tmp_path, "clone", "--quiet", f"--depth={depth}", address, str(clone))
        assert days_of_change(clone, "docs") == known
    whole = tmp_path / "whole"
    git(tmp_path, "clone", "--quiet", repository.root.as_uri(), str(whole))
    assert days_of_change(whole, "docs") == repository.days
    assert len(repository.days) == 3


def test_copy_without_a_repository_and_one_without_commits_know_no_day(tmp_path):
    (tmp_path / "copy/docs").mkdir(parents=True)
    assert days_of_change(tmp_path / "copy", "docs") == {}
    empty = Repository(tmp_path / "empty")
    empty.write("docs/a.md")
    assert empty.days == {}


def test_machine_without_git_knows_no_day(repository, monkeypatch):
    repository.write("docs/a.md")
    repository.commit("2020-01-02")
    assert repository.days
    monkeypatch.setenv("PATH", "/nowhere")
    assert repository.days == {}


def test_settings_of_the_owner_change_nothing(repository):
    repository.write("docs/ø.md")
    repository.commit("2020-01-02")
    for name, value in (("color.ui", "always"), ("core.quotePath", "true")):
        repository("config", name, value)
    repository("config", "log.showSignature", "true")
    assert repository.days == {"docs/ø.md": "2020-01-02"}


def test_what_git_says_no_to_is_told_in_its_words(repository):
    assert git(repository.root, "rev-parse", "--is-inside-work-tree") == "true"
    with pytest.raises(GitFailed, match="no-such-branch"):
        git(repository.root, "checkout", "no-such-branch")
    repository.write("a")
    repository("add", "a")
    with pytest.raises(GitFailed, match=r"^git diff --cached --quiet failed$"):
        git(repository.root, "diff", "--cached", "--quiet")
    assert ask(repository.root, "rev-parse", "--verify", "--quiet", "no-such") is None


def test_author_of_a_commit_is_known_from_settings_or_environment(repository, monkeypatch):
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("GIT_COMMITTER_EMAIL", raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    assert not has_identity(repository.root)
    repository("config", "user.name", "Test")
    assert not has_identity(repository.root)
    # A committer alone is not enough: a commit names its author too.
    monkeypatch.setenv("GIT_COMMITTER_EMAIL", "test@localhost")
    assert not has_identity(repository.root)
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "test@localhost")
    assert has_identity(repository.root)
    monkeypatch.delenv("GIT_COMMITTER_EMAIL")
    monkeypatch.delenv("GIT_AUTHOR_EMAIL")
    repository("config", "user.email", "test@localhost")
    assert has_identity(repository.root)
