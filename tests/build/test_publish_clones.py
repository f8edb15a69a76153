"""Publishing from several clones: no edition is lost, whatever a clone lacks."""

import json
import shutil
from pathlib import Path

import pytest

from scripts.common.problems import ProblemsFound
from scripts.pipeline.editions.preflight import Options
from scripts.pipeline.editions.publish import Published
from scripts.pipeline.editions.publish import publish as publish_edition
from scripts.pipeline.editions.rollback import roll_back
from tests import tiny
from tests.repository import git


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A remote and two clones: both have edition 1.0, and the first has pushed 1.1 since."""
    folder = tmp_path_factory.mktemp("clones")
    project = tiny.begin(folder / "project")
    git(folder, "clone", "--quiet", "--bare", str(project), "remote.git")
    for name in ("first", "second"):
        git(folder, "clone", "--quiet", "remote.git", name)
    first, second = folder / "first", folder / "second"
    push(first, publish(first, "1.0"))
    git(second, "fetch", "--quiet")
    git(second, "branch", "--quiet", "gh-pages", "origin/gh-pages")
    push(first, publish(first, "1.1"))
    return folder


@pytest.fixture
def two(template: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The two clones, for one test."""
    for name in ("remote.git", "first", "second"):
        shutil.copytree(template / name, tmp_path / name, symlinks=True)
    clones = (tmp_path / "first", tmp_path / "second")
    for each in clones:
        git(each, "remote", "set-url", "origin", (tmp_path / "remote.git").as_uri())
    return clones


@pytest.fixture
def remote(two: tuple[Path, Path]) -> Path:
    return two[0].with_name("remote.git")


@pytest.fixture
def clone(remote: Path):
    """Makes clones of the remote, by a protocol that can leave history out."""

    def make(name: str, *options: str) -> Path:
        git(remote.parent, "clone", "--quiet", *options, remote.as_uri(), name)
        return remote.with_name(name)

    return make


def publish(project: Path, version: str, **allowed: bool) -> Published:
    return publish_edition(project, version, Options(**allowed), tiny.build)


def refused(project: Path, version: str, **allowed: bool) -> str:
    with pytest.raises(ProblemsFound) as found:
        publish(project, version, **allowed)
    return str(found.value)


def push(project: Path, done: Published) -> None:
    git(project, "push", "--quiet", "--atomic", "origin", "gh-pages", done.tag)


def editions(project: Path, commit: str = "gh-pages") -> list[str]:
    listed = json.loads(git(project, "show", f"{commit}:versions.json"))
    folders = git(project, "ls-tree", "-d", "--name-only", commit).split()
    versions = [each["version"] for each in listed]
    assert set(folders) == {*versions, "latest", ".well-known"}  # whom to write to about faults
    return versions


def test_a_branch_that_is_behind_goes_on_from_the_remote(two):
    _, second = two
    done = publish(second, "1.2")
    assert editions(second) == ["1.2", "1.1", "1.0"]
    push(second, done)  # without force


def test_a_branch_that_is_behind_without_having_fetched_goes_on_from_the_remote(two):
    _, second = two
    git(second, "update-ref", "-d", "refs/remotes/origin/gh-pages")
    push(second, publish(second, "1.2"))
    assert editions(second) == ["1.2", "1.1", "1.0"]


def test_an_edition_that_only_the_remote_has_is_not_published_again(two):
    _, second = two
    assert "edition 1.1 is published, and editions do not change" in refused(second, "1.1")


def test_a_failed_run_leaves_a_branch_that_is_behind_where_it_was(two):
    _, second = two
    before = git(second, "for-each-ref")
    refused(second, "1.1")
    assert git(second, "for-each-ref") == before


def test_branches_that_have_diverged_stop_with_the_commands_that_mend_it(two):
    first, second = two
    tiny.write(second / "pages/annet/index.html", "<main>Other</main>")
    publish(tiny.save(second, "Write something else"), "1.2")
    push(first, publish(first, "1.2"))
    before = git(second, "for-each-ref")
    said = refused(second, "1.3")
    assert "gh-pages and origin's gh-pages have diverged (1 here, 1 there)" in said
    assert git(second, "for-each-ref") == before
    commands = [part for part in said.split("`") if part.startswith("git ")]
    assert commands == [
        "git branch --move gh-pages gh-pages-aside",
        "git tag --delete edition-1.2",
    ]
    for command in commands:
        git(second, *command.split()[1:])
    push(second, publish(second, "1.3"))
    assert editions(second) == ["1.3", "1.2", "1.1", "1.0"]


def test_a_branch_that_is_ahead_goes_on(two):
    first, _ = two
    publish(first, "1.2")
    publish(first, "1.3")
    assert editions(first) == ["1.3", "1.2", "1.1", "1.0"]


def test_a_remote_that_was_rewritten_is_told(two):
    first, second = two
    git(second, "fetch", "--quiet")
    git(second, "branch", "--delete", "--force", "gh-pages")
    git(first, "push", "--quiet", "--force", "origin", "gh-pages~:gh-pages")
    said = refused(second, "1.2")
    assert "gh-pages was rewritten on origin" in said
    accept = next(part for part in said.split("`") if part.startswith("git fetch"))
    git(second, *accept.split()[1:])
    publish(second, "1.2", yes=True)
    assert editions(second) == ["1.2", "1.0"]


def test_a_remote_that_lost_the_branch_gets_it_back_from_what_was_fetched(two):
    first, second = two
    git(second, "fetch", "--quiet")
    git(second, "branch", "--delete", "--force", "gh-pages")
    git(first, "push", "--quiet", "--delete", "origin", "gh-pages")
    publish(second, "1.2")
    assert editions(second) == ["1.2", "1.1", "1.0"]


@pytest.mark.parametrize(
    "options",
    [
        ("--depth=1",),
        ("--depth=1", "--no-single-branch"),
        ("--single-branch", "--branch=main"),
        ("--single-branch", "--branch=main", "--no-tags"),
        ("--filter=blob:none",),
    ],
    ids=" ".join,
)
def test_a_clone_that_lacks_history_or_branches_publishes_with_all_editions(
    two, remote, clone, options
):
    first, _ = two
    git(remote, "config", "uploadpack.allowFilter", "true")
    tiny.write(first / "pages/ny/index.html", "<main>New</main>")
    git(tiny.save(first, "Write more"), "push", "--quiet", "origin", "main")
    lacking = clone("lacking", *options)
    done = publish(lacking, "1.2")
    assert editions(lacking) == ["1.2", "1.1", "1.0"]
    assert git(lacking, "rev-parse", "--is-shallow-repository") == "false"
    assert git(lacking, "rev-list", "--count", "HEAD") == "2"
    assert git(lacking, "show", "gh-pages:1.0/number.txt") == "1.0"
    push(lacking, done)


def test_a_shallow_clone_that_cannot_be_deepened_is_refused_with_the_command(two, clone):
    shallow = clone("shallow", "--depth=1")
    said = refused(shallow, "1.2", offline=True)
    assert "this clone lacks a part of the history" in said
    assert "run git fetch --unshallow origin" in said
    git(shallow, "remote", "remove", "origin")
    assert "this clone lacks a part of the history" in refused(shallow, "1.2")


def test_a_clone_without_trees_is_refused_before_anything_is_built(remote, clone, monkeypatch):
    git(remote, "config", "uploadpack.allowFilter", "true")
    monkeypatch.setenv("SLOW", "100")
    said = refused(clone("treeless", "--filter=tree:0"), "1.2")
    assert "this clone was made without trees – clone anew" in said


def test_a_remote_that_does_not_answer_is_told_and_may_be_left_out(two, remote):
    first, _ = two
    remote.rename(remote.with_name("elsewhere.git"))
    said = refused(first, "1.2")
    assert "the remote origin does not answer" in said
    assert "add --offline" in said
    publish(first, "1.2", offline=True)
    assert editions(first) == ["1.2", "1.1", "1.0"]


def test_a_remote_by_a_relative_path_answers(two):
    first, _ = two
    git(first, "remote", "set-url", "origin", "../remote.git")
    push(first, publish(first, "1.2"))


def test_a_number_that_is_only_a_tag_on_the_remote_was_published_once(two, remote):
    first, second = two
    done = publish(first, "1.2")
    git(first, "push", "--quiet", "origin", done.tag)
    assert "edition 1.2 was published once: there is a tag edition-1.2" in refused(second, "1.2")


def test_a_pushed_edition_is_rolled_back_only_when_it_is_meant_and_its_number_is_spent(two):
    first, _ = two
    with pytest.raises(ProblemsFound, match="is on origin, where readers have met it"):
        roll_back(first, Options())
    done = roll_back(first, Options(yes=True))
    assert "the tag edition-1.1 stays" in " ".join(done.remarks)
    assert editions(first) == ["1.0"]
    git(first, "push", "--quiet", "origin", "gh-pages")  # without force
    assert "was published once" in refused(first, "1.1")
    publish(first, "1.2", yes=True)


def test_an_edition_nobody_has_met_is_rolled_back_with_its_tag(two):
    first, _ = two
    publish(first, "1.2")
    done = roll_back(first, Options())
    assert "the tag edition-1.2, which nobody has met, is deleted" in done.remarks
    assert git(first, "tag", "--list", "edition-1.2") == ""
    publish(first, "1.2")
