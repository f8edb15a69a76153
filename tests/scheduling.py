"""In which order tests run, and which files of tests one process takes together."""

from pathlib import Path

from xdist.scheduler import LoadFileScheduling

TESTS = Path(__file__).resolve().parent

# Processes that run at the same time take a file of tests each, but for these, which share
# what is slow to make: the printed files as read, and a server for the editions.
TOGETHER = {
    "print/test_accessible": "pdf",
    "print/test_layout": "pdf",
    "print/test_fill": "pdf",
    "print/test_own_phases": "pdf",
    "print/test_same_text": "pdf",
    "print/test_downloads": "pdf",
    "browser/test_editions": "editions",
    "browser/test_language": "editions",
    "browser/test_not_found": "editions",
}

# Files of tests that take half a minute and more, the longest first.
LONGEST = (
    "browser/test_every_page",
    "browser/test_axe",
    "browser/test_printing",
    "build/test_serve",
    "browser/test_keyboard",
    "browser/engines/test_journeys_elsewhere",
    "browser/test_looks",
    "build/test_build",
    "build/test_publish",
    "build/test_publish_trouble",
    "browser/test_planner",
)

# These have projects of their own: one process runs them while another builds the site.
NEED_NO_SITE = (
    "build/test_cache",
    "build/test_longevity",
    "build/test_publish_trouble",
    "build/test_publish_refusals",
    "build/test_publish_clones",
    "build/test_serve",
    "print/test_press",
    "browser/test_guide",
)

_ROOMS = ("unit", "print", "build", "browser")
_FILES = [TESTS / f"{name}.py" for name in (*TOGETHER, *LONGEST, *NEED_NO_SITE)]
# A copy that mutants are made in has no other room than that of unit tests.
_GONE = [file.name for file in _FILES if file.parent.is_dir() and not file.is_file()]
assert not _GONE, f"tests/scheduling.py names files of tests that are not there: {_GONE}"


def place(path: Path) -> tuple[int, int, int]:
    """Where a file of tests comes among all.

    Quick tests first: an editor sees a fault in the text before a browser starts. Then what
    takes longest, so that no process is left alone with it at the end.
    """
    name = path.relative_to(TESTS).with_suffix("").as_posix()
    if TOGETHER.get(name) == "pdf":
        return 1, 0, 0
    if name in NEED_NO_SITE:
        return 1, 1, 0
    longest = LONGEST.index(name) if name in LONGEST else len(LONGEST)
    return _ROOMS.index(name.partition("/")[0]), 2, longest


def scope(nodeid: str) -> str:
    """What one process takes together with a test: its file, or more."""
    path = nodeid.partition("::")[0]
    return TOGETHER.get(path.removeprefix("tests/").removesuffix(".py"), path)


class Together(LoadFileScheduling):
    """Gives each process whole files, and one process all that belongs together.

    pytest-xdist has groups by mark for this (`--dist loadgroup`), which are not seen with pytest
    9.2: https://github.com/pytest-dev/pytest-xdist/issues/1386. Remove when they are.
    """

    def _split_scope(self, nodeid: str) -> str:
        return scope(nodeid)
