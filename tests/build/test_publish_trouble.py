"""Publishing in trouble: killed, without room, two at once. The branch is whole or as before."""

import json
import multiprocessing
import os
import random
import resource
import shutil
import signal
import subprocess
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from scripts.common.problems import ProblemsFound
from scripts.pipeline.editions.preflight import Options
from scripts.pipeline.editions.publish import publish as publish_edition
from scripts.pipeline.editions.rollback import roll_back
from scripts.pipeline.editions.withdraw import withdraw
from tests import tiny
from tests.repository import git

FORK = multiprocessing.get_context("fork")


def publish(project: Path, version: str, build=tiny.build, **allowed: bool):
    return publish_edition(project, version, Options(**allowed), build)


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(ProblemsFound) as found:
        call()
    said = str(found.value)
    for line in said.splitlines()[:-1]:
        assert ": " in line
        assert " – " in line
    assert said.endswith("Nothing was written.")
    return said


def outcome(project: Path, version: str) -> str:
    """What was told, or nothing if it was published."""
    try:
        publish(project, version, yes=True)
    except ProblemsFound as found:
        return str(found)
    return ""


def refs(project: Path) -> str:
    return git(project, "for-each-ref", "--format=%(refname) %(objectname)")


def is_whole(project: Path, version: str) -> bool:
    """Whether the branch holds the edition with all its files, its alias and its tag."""
    listed = json.loads(git(project, "show", "gh-pages:versions.json"))
    assert {"version": version, "title": version, "aliases": ["latest"]} in listed
    names = git(project, "ls-tree", "-r", "--name-only", f"gh-pages:{version}").splitlines()
    manifest = git(project, "show", f"gh-pages:{version}/manifest.sha256").splitlines()
    assert sorted(names) == sorted([line[66:] for line in manifest] + ["manifest.sha256"])
    trees = git(project, "rev-parse", f"gh-pages:{version}", "gh-pages:latest").split()
    assert trees[0] == trees[1]
    assert git(project, "rev-parse", f"edition-{version}^{{commit}}")
    return True


def left_behind(project: Path) -> list[str]:
    """What a run made that is not the branch: folders, locks, unfinished packs, refs."""
    inside = project / ".git"
    found = [path for path in (inside / "publish").iterdir() if path.name not in ("lock", "holder")]
    for pattern in ("*.lock", "tmp_*", "incoming-*", "fast_import_crash*", "packed-refs.new"):
        found += inside.rglob(pattern)
    heads = git(project, "branch", "--format=%(refname:short)").split()
    assert set(heads) <= {"main", "gh-pages"}
    return [path.relative_to(inside).as_posix() for path in found]


# Killed ---------------------------------------------------------------------------------------


# The process alone, its group, or also what it began in sessions of its own.
WAYS = ("alone", "group", "everything")


class Killed:
    """A publishing in a process of its own, which is killed and has then come to its end."""

    def __init__(self, project: Path, version: str, build=tiny.build) -> None:
        self.project, self.before, self.mark = project, refs(project), uuid.uuid4().hex
        self.process = FORK.Process(target=self._publish, args=(version, build))
        self.process.start()

    def _publish(self, version: str, build) -> None:
        os.setsid()
        os.environ["MARK"] = self.mark  # for what it begins
        publish(self.project, version, build)

    def wait(self, condition: Callable[[], object]) -> None:
        """Until it holds, or the process has ended."""
        while self.process.is_alive() and not condition():
            time.sleep(0.002)

    def end(self, how: str) -> None:
        if how == "alone":
            os.kill(self.process.pid, signal.SIGKILL)
        else:
            os.killpg(self.process.pid, signal.SIGKILL)
        if how == "everything":
            for folder in Path("/proc").glob("[0-9]*"):
                with suppress(OSError):
                    if self.mark.encode() in (folder / "environ").read_bytes():
                        os.kill(int(folder.name), signal.SIGKILL)
        self.process.join()
        self._settle()

    def _settle(self) -> None:
        """Wait until a git that outlived its run, and keeps the lock, is done."""
        deadline = time.monotonic() + 30
        while "under way" in refused(lambda: roll_back(self.project, Options(branch="none"))):
            assert time.monotonic() < deadline
            time.sleep(0.05)


def test_whenever_it_is_killed_the_branch_is_as_before_or_holds_the_whole_edition(project):
    # Seeded, so that a moment that once went wrong comes again.
    moments = random.Random(1997)
    publish(project, "1.0")
    start = time.monotonic()
    publish(project, "1.1")
    whole = time.monotonic() - start
    version = 2
    for number in range(20):
        killed = Killed(project, f"1.{version}")
        if number % 2:  # any time
            time.sleep(moments.uniform(0.3, 1.2) * whole)
        else:  # as refs are moved
            killed.wait(lambda: list(project.glob(".git/publish/run-*/moving")))
            time.sleep(moments.uniform(0, 0.05))
        killed.end(WAYS[number % 3])
        if refs(project) != killed.before:
            assert is_whole(project, f"1.{version}")
            version += 1
    publish(project, f"1.{version}")
    assert is_whole(project, f"1.{version}")
    assert left_behind(project) == []
    git(project, "fsck", "--strict")


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize("at", ["the build", "the moment before refs are moved"])
def test_killed_before_refs_are_moved_the_branch_is_as_before(project, monkeypatch, at, how):
    publish(project, "1.0")
    there, build = project.parent / "there", tiny.build

    def stay(*_: object) -> None:
        there.touch()
        signal.pause()

    with monkeypatch.context() as within:  # the process is a fork, and has it too
        if at == "the build":
            build = stay
        else:
            within.setattr("scripts.pipeline.editions.publish.push_refs", stay)
        killed = Killed(project, "1.1", build)
        killed.wait(there.exists)
        killed.end(how)
    assert there.exists()
    assert refs(project) == killed.before
    publish(project, "1.1")
    assert is_whole(project, "1.1")
    assert left_behind(project) == []


@pytest.mark.parametrize("how", WAYS)
def test_killed_once_a_ref_has_moved_the_branch_holds_the_whole_edition(project, how):
    publish(project, "1.0")
    killed = Killed(project, "1.1")
    killed.wait(lambda: refs(project) != killed.before)
    killed.end(how)
    assert refs(project) != killed.before
    assert is_whole(project, "1.1")
    publish(project, "1.2")
    assert left_behind(project) == []


def test_what_git_left_as_it_was_killed_moving_refs_is_put_away_and_finished(project):
    publish(project, "1.0")
    publish(project, "1.1")
    tag, commit = git(project, "rev-parse", "edition-1.1", "gh-pages").split()
    before = git(project, "rev-parse", "gh-pages~")
    git(project, "tag", "--delete", "edition-1.1")
    run = project / ".git/publish/run-killed"
    moves = f"refs/heads/gh-pages {before} {commit}\nrefs/tags/edition-1.1 - {tag}\n"
    tiny.write(run / "moving", moves)
    tiny.write(project / ".git/refs/tags/edition-1.1.lock", "")
    tiny.write(project / ".git/refs/heads/gh-pages.lock", "")
    tiny.write(project / ".git/objects/tmp_objdir-incoming-x/pack/tmp_pack_x", "half")
    publish(project, "1.2")
    assert git(project, "rev-parse", "edition-1.1") == tag
    assert left_behind(project) == []


def test_a_lock_file_of_another_git_is_told_and_left_alone(project):
    publish(project, "1.0")
    before = refs(project)
    lock = project / ".git/refs/heads/gh-pages.lock"
    lock.touch()
    said = refused(lambda: publish(project, "1.1"))
    assert said.startswith(f"{lock}: git found a lock file")
    assert f"delete it: rm {lock}" in said
    assert lock.exists()
    assert refs(project) == before


# Without room ---------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path | None]:
    """A disk of 6 MB, where one may be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)]
    known = shutil.which("mount") is not None
    mounted = known and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    yield folder if mounted else None
    if mounted:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def heavy(project: Path) -> Path:
    """A project whose edition weighs 1 MB that cannot be packed."""
    (project / "pages/data/heavy.json").write_bytes(random.Random(1).randbytes(1_000_000))
    return tiny.save(project, "Weigh more")


def limited(project: Path, size: int, answer) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    answer.put(outcome(project, "1.1"))


def test_without_room_on_the_disk_the_branch_is_as_before_and_it_is_told(small_disk, project):
    if small_disk is None:
        project = heavy(project)
        publish(project, "1.0")
        before = refs(project)
        for size in (0, 100, 4_000, 200_000, 900_000):
            answer = FORK.Queue()
            FORK.Process(target=limited, args=(project, size, answer)).start()
            assert " – " in answer.get(timeout=60)
            assert refs(project) == before
        return
    project = tiny.begin(small_disk / "project")
    publish(project, "1.0")
    heavy(project)
    before = refs(project)
    ballast = small_disk / "ballast"
    told = 0
    for room in range(0, 4_000_000, 400_000):
        ballast.unlink(missing_ok=True)
        free = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
        ballast.write_bytes(b"x" * max(0, free - room))
        said = outcome(project, "1.1")
        if not said:
            break
        assert "make room" in said
        assert refs(project) == before
        told += 1
    assert told > 3
    ballast.unlink()
    if refs(project) == before:
        publish(project, "1.1")
    assert is_whole(project, "1.1")
    assert left_behind(project) == []


def test_a_limit_on_files_is_told(project):
    heavy(project)
    publish(project, "1.0")
    before = refs(project)
    answer = FORK.Queue()
    FORK.Process(target=limited, args=(project, 100_000, answer)).start()
    assert "ulimit" in answer.get(timeout=60)
    assert refs(project) == before


# Two at once ----------------------------------------------------------------------------------


def at_once(project: Path, version: str, barrier, answers) -> None:
    barrier.wait()
    answers.put((version, outcome(project, version)))


def test_of_ten_at_once_each_is_published_or_told(project):
    publish(project, "1.0")
    answers, barrier = FORK.Queue(), FORK.Barrier(10)
    versions = [f"1.{number}" for number in range(1, 11)]
    for version in versions:
        FORK.Process(target=at_once, args=(project, version, barrier, answers)).start()
    said = dict(answers.get(timeout=120) for _ in versions)
    published = {version for version, problem in said.items() if not problem}
    assert published
    for version in said.keys() - published:
        assert "another publishing is under way (process " in said[version]
    listed = json.loads(git(project, "show", "gh-pages:versions.json"))
    assert {each["version"] for each in listed} == published | {"1.0"}
    assert len(git(project, "tag", "--list", "edition-*").split()) == len(published) + 1
    assert left_behind(project) == []


def test_one_after_another_is_told_while_the_first_builds(project):
    def build(root, site, environment):
        for call in (
            lambda: publish(project, "1.1"),
            lambda: roll_back(project, Options()),
            lambda: withdraw(project, "1.0", Options()),
        ):
            assert f"another publishing is under way (process {os.getpid()})" in refused(call)
        tiny.build(root, site, environment)

    publish(project, "1.0", build)
    assert is_whole(project, "1.0")


def test_a_branch_that_somebody_moved_meanwhile_is_left_to_them(project):
    publish(project, "1.0")
    theirs = git(project, "commit-tree", "gh-pages^{tree}", "-p", "gh-pages", "-m", "Theirs")

    def build(root, site, environment):
        git(project, "update-ref", "refs/heads/gh-pages", theirs)
        tiny.build(root, site, environment)

    said = refused(lambda: publish(project, "1.1", build))
    assert "gh-pages was moved by somebody else meanwhile" in said
    assert git(project, "rev-parse", "gh-pages") == theirs
    assert git(project, "tag", "--list") == "edition-1.0"


def test_a_branch_that_somebody_began_meanwhile_is_left_to_them(project):
    def build(root, site, environment):
        git(project, "branch", "gh-pages", "main")
        tiny.build(root, site, environment)

    assert "moved by somebody else" in refused(lambda: publish(project, "1.0", build))
    assert git(project, "rev-parse", "gh-pages") == git(project, "rev-parse", "main")


def test_a_work_tree_that_changes_while_it_is_built_is_not_published(project):
    def build(root, site, environment):
        tiny.build(root, site, environment)
        tiny.write(project / "pages/index.html", "Saved meanwhile")

    said = refused(lambda: publish(project, "1.0", build))
    assert "the work tree changed while the site was built" in said
    assert git(project, "branch", "--list", "gh-pages") == ""


# What a build may do --------------------------------------------------------------------------


def test_temporary_files_of_the_build_go_with_the_run(project, tmp_path, monkeypatch):
    import tempfile

    outside = tmp_path / "outside"
    outside.mkdir()
    monkeypatch.setenv("TMPDIR", str(outside))
    monkeypatch.setattr(tempfile, "tempdir", None)

    def build(root, site, environment):
        tempfile.mkdtemp()
        subprocess.run(["mktemp", "-d"], check=True, capture_output=True)
        tiny.build(root, site, environment)

    publish(project, "1.0", build)
    assert list(outside.iterdir()) == []
    assert left_behind(project) == []
    assert tempfile.gettempdir() == str(outside)


def test_a_build_that_fails_is_told_as_it_says_it(project):
    def build(root, site, environment):
        raise PermissionError(13, "Permission denied", "pages/index.html")

    said = refused(lambda: publish(project, "1.0", build))
    assert said.startswith("pages/index.html: Permission denied – ")
    assert left_behind(project) == []


def test_publishing_within_a_hook_of_git_works_on_the_right_repository(project, monkeypatch):
    other = tiny.begin(project.parent / "other")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    publish(project, "1.0")
    monkeypatch.delenv("GIT_DIR")
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert is_whole(project, "1.0")
    assert git(other, "branch", "--list", "gh-pages") == ""


# What cannot be read --------------------------------------------------------------------------


def rewrite(project: Path, name: str, text: str | None) -> None:
    """Commit a file at the root of the branch by hand, or its deletion."""
    tree = project.parent / "by-hand"
    git(project, "worktree", "add", "--quiet", str(tree), "gh-pages")
    if text is None:
        (tree / name).unlink()
    else:
        tiny.write(tree / name, text)
    tiny.save(tree, "By hand")
    git(project, "worktree", "remove", str(tree))


@pytest.mark.parametrize(
    "text",
    ["<<<<<<< HEAD", "", "null", "[1]", '{"a": 1}', '[{"version": "1.0"}]', "[]",
     '[{"version": "1.0", "title": "1.0", "aliases": []}, '
     '{"version": "1.1", "title": "1.1", "aliases": []}]'],
)  # fmt: skip
def test_a_list_of_editions_that_is_not_right_is_told_before_anything_is_built(project, text):
    publish(project, "1.0")
    rewrite(project, "versions.json", text)
    before = refs(project)
    for call in (
        lambda: publish(project, "1.1", build=None),
        lambda: withdraw(project, "1.0", Options()),
    ):
        said = refused(call)
        assert "gh-pages:versions.json: the list of editions" in said
        assert "git log gh-pages -- versions.json" in said
    assert refs(project) == before


def test_a_branch_without_its_list_of_editions_is_told(project):
    publish(project, "1.0")
    rewrite(project, "versions.json", None)
    assert "gh-pages holds something else than editions" in refused(lambda: publish(project, "1.1"))


def test_files_of_the_host_on_the_branch_stay(project):
    publish(project, "1.0")
    rewrite(project, "CNAME", "mkm.example\n")
    publish(project, "1.1")
    assert git(project, "show", "gh-pages:CNAME") == "mkm.example"
    roll_back(project, Options())
    assert git(project, "show", "gh-pages:CNAME") == "mkm.example"
