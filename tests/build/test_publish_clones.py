"""Publishing from several clones: no edition is lost, whatever a clone lacks."""

import json
import shutil
import socket
from pathlib import Path
from typing import Any

import pytest

from scripts.common.problems import ProblemsFound
from scripts.pipeline.editions.overview import edition_lines
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


def publish(project: Path, version: str, **allowed: Any) -> Published:
    return publish_edition(project, version, Options(**allowed), tiny.build)


def refused(project: Path, version: str, **allowed: Any) -> str:
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


# Which remote, and whether it has it all ---------------------------------------------------------


def fork_of(remote: Path, name: str, *, behind: bool) -> Path:
    """Another bare repository, as the remote is or as it was an edition ago."""
    git(remote.parent, "clone", "--quiet", "--bare", remote.as_uri(), name)
    fork = remote.with_name(name)
    if behind:
        git(fork, "update-ref", "refs/heads/gh-pages", git(fork, "rev-parse", "gh-pages~"))
        git(fork, "tag", "--delete", "edition-1.1")
    return fork


def test_of_several_remotes_without_origin_none_is_taken_for_granted(two):
    _, second = two
    git(second, "remote", "rename", "origin", "one")
    git(second, "config", "--unset", "branch.gh-pages.remote")
    git(second, "remote", "add", "other", "/nowhere")
    said = refused(second, "1.1")
    assert "there are 2 remotes, and none is origin: one, other" in said
    git(second, "config", "branch.gh-pages.pushRemote", "one")
    assert "edition 1.1 is published" in refused(second, "1.1")
    assert publish(second, "1.2").start.remote == "one"


@pytest.mark.parametrize(
    "key", ["branch.gh-pages.remote", "branch.gh-pages.pushRemote", "remote.pushDefault"]
)
def test_the_remote_that_git_pushes_the_branch_to_is_the_one_compared_with(two, remote, key):
    _, second = two
    fork_of(remote, "published.git", behind=False)
    git(remote, "update-ref", "-d", "refs/heads/gh-pages")
    git(second, "update-ref", "-d", "refs/remotes/origin/gh-pages")
    git(second, "remote", "add", "site", remote.with_name("published.git").as_uri())
    git(second, "config", key, "site")
    done = publish(second, "1.2")
    assert editions(second) == ["1.2", "1.1", "1.0"]
    assert done.start.remote == "site"


def test_a_fork_that_is_behind_does_not_publish_over_what_it_was_forked_from(two, remote):
    git(remote.parent, "clone", "--quiet", fork_of(remote, "fork.git", behind=True).as_uri(), "it")
    clone = remote.with_name("it")
    git(clone, "remote", "add", "upstream", remote.as_uri())
    git(clone, "fetch", "--quiet", "--no-tags", "upstream")
    said = refused(clone, "1.1")
    assert "upstream has what origin lacks: Publish edition 1.1" in said
    mend = said.partition("git config ")[2].split()[:2]
    git(clone, "config", *mend)
    publish(clone, "1.1")  # a site of its own, as the setting says


def test_what_is_compared_with_is_where_the_push_goes(two, remote):
    _, second = two
    published = fork_of(remote, "published.git", behind=False)
    git(remote, "update-ref", "refs/heads/gh-pages", git(remote, "rev-parse", "gh-pages~"))
    git(second, "config", "remote.origin.pushUrl", published.as_uri())
    done = publish(second, "1.2")
    assert editions(second) == ["1.2", "1.1", "1.0"]
    push(second, done)


def test_addresses_of_one_remote_that_do_not_agree_are_told(two, remote):
    _, second = two
    fork_of(remote, "mirror.git", behind=True)
    for each in (remote, remote.with_name("mirror.git")):
        git(second, "config", "--add", "remote.origin.pushUrl", each.as_uri())
    said = refused(second, "1.2")
    assert "origin is pushed to more than one address, and gh-pages differs there" in said
    assert "mirror.git" in said


def test_a_remote_that_takes_the_connection_and_says_nothing_is_told(two, monkeypatch):
    _, second = two
    monkeypatch.setattr("scripts.pipeline.editions.remote.PATIENCE", 1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"git://127.0.0.1:{silent.getsockname()[1]}/x.git"
        git(second, "remote", "set-url", "origin", address)
        said = refused(second, "1.2")
    assert "the remote origin does not answer: nothing came in 1 seconds" in said


def test_after_publishing_git_knows_what_was_met_on_the_remote(two):
    _, second = two
    publish(second, "1.2")
    assert [line for line in edition_lines(second, Options()) if "not pushed" in line] == [
        "not pushed: Publish edition 1.2"
    ]


def test_a_branch_that_lost_an_edition_that_has_a_tag_is_told(two):
    first, _ = two
    git(first, "update-ref", "refs/heads/gh-pages", "gh-pages~")
    git(first, "remote", "remove", "origin")
    said = refused(first, "1.2")
    assert "edition 1.1 was published (there is a tag edition-1.1), and gh-pages lacks it" in said
    publish(first, "1.2", yes=True)


@pytest.mark.parametrize("branch", ["gh-pages", "pages"])
def test_a_branch_that_is_not_there_or_mistyped_is_not_begun_anew_beside_its_tags(
    two, remote, branch
):
    first, _ = two
    published = git(first, "rev-parse", "gh-pages")
    git(remote, "update-ref", "-d", "refs/heads/gh-pages")
    for ref in ("refs/heads/gh-pages", "refs/remotes/origin/gh-pages"):
        git(first, "update-ref", "-d", ref)
    said = refused(first, "1.2", branch=branch)
    assert "editions 1.0, 1.1 were published (there are tags)" in said
    command = next(part for part in said.split("`") if part.startswith("git branch"))
    assert command == f"git branch {branch} {published}"
    git(first, *command.split()[1:])
    publish(first, "1.2", branch=branch)
    assert editions(first, branch) == ["1.2", "1.1", "1.0"]


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("refs/heads/gh-pages", "name the branch alone: gh-pages"),
        ("origin/gh-pages", "name the branch alone: gh-pages"),
        ("remotes/origin/gh-pages", "name the branch alone: gh-pages"),
        ("@", "name a branch for editions alone"),
    ],
)
def test_a_name_of_git_for_a_branch_is_no_new_branch(two, typed, named):
    first, _ = two
    said = refused(first, "1.2", branch=typed)
    assert f'"{typed}" is not the name of a branch alone' in said
    assert named in said


def test_the_command_to_push_works_where_a_tag_or_branch_has_the_same_name(two):
    _, second = two
    git(second, "tag", "gh-pages", "main")
    git(second, "branch", "edition-1.2", "main")
    said = tiny.run(second, "publish", "1.2").stdout
    command = said.partition("Push it: ")[2].split()
    git(second, *command[1:])
    assert editions(second, "refs/remotes/origin/gh-pages") == ["1.2", "1.1", "1.0"]


def test_branches_that_have_diverged_keep_tags_that_the_remote_has(two):
    first, second = two
    squashed = git(first, "commit-tree", "gh-pages^{tree}", "-m", "All in one")
    git(first, "push", "--quiet", "--force", "origin", f"{squashed}:refs/heads/gh-pages")
    git(second, "update-ref", "-d", "refs/remotes/origin/gh-pages")
    said = refused(second, "1.2")
    assert "have diverged" in said
    assert "git tag --delete" not in said
