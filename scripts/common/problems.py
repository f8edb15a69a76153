"""What an editor got wrong: where, what, and how to mend it.

Every check returns a list of `Problem`; nothing is raised on the way, so that
one run can show all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum, auto
from pathlib import Path


class Kind(StrEnum):
    """What a problem is a case of, where other checks ask which problems follow from which.

    They ask for this and not for words, so that a message can be reworded alone. Behind each:
    what `about` names.
    """

    UNREAD = auto()  # a file that cannot be read, or its menu: nothing
    MERGE = auto()  # signs that a merge has left: nothing
    MISFIT = auto()  # a value that does not fit its schema, or lacks: the key
    UNKNOWN_KEY = auto()  # a key that the schema does not name: the key
    NO_TWIN = auto()  # a page in one language alone: its key
    NO_FRONT = auto()  # a language without its front page: the key of one
    NAV_LACKS = auto()  # a page that the nav does not name: its key
    NAV_NAMES = auto()  # an entry of the nav that is no page, or stands twice: the key
    NO_TARGET = auto()  # a link to no page or file: the address
    SPACED = auto()  # an address with a space in it: the address
    BARE = auto()  # an address that is no link: the address
    ADDRESS = auto()  # the address of a page where its id is meant: the address
    UNKNOWN_PAGE = auto()  # an id that no page has: the id
    UNKNOWN_PHASE = auto()  # an id that no phase has: the id
    NO_TOOL = auto()  # a tool that is none of the phase's, nor nearly one: its id
    NO_BLANK = auto()  # a row that a blank line above it mends: nothing
    BREAK = auto()  # a row that two spaces at its end break: nothing
    LOCATOR = auto()  # a page named otherwise than all others: the citation, and the right one
    MALFORMED = auto()  # a citation that cannot be read: the citation
    UNCITED = auto()  # a source that should be cited: its id


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in a file.

    `path` is relative to the project, `line` counts from 1 (0: the whole file),
    `what` says what is wrong and `mend` how to put it right. `rule` is the name of what it
    breaks (scripts/checks/RULES.md), "" where the file could not be read at all. `kind` and
    `about` are for checks that ask what follows from it, and `right` is what belongs in the
    place of `about` where `make check FIX=1` can write it.
    """

    path: str
    line: int
    what: str
    mend: str
    rule: str = field(default="", compare=False)
    kind: Kind | None = field(default=None, compare=False)
    about: str = field(default="", compare=False)
    right: str = field(default="", compare=False)

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        # A name may hold anything; a report is one line of text a problem.
        return _plain(f"{place}: {self.what} – {self.mend}")


def _plain(text: str) -> str:
    if not text.isprintable():
        text = "".join(
            sign if sign.isprintable() or sign in _SPACES else _code(sign) for sign in text
        )
    return text


_SPACES = "\u00a0\u202f\u2009"


def _code(sign: str) -> str:
    return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(sign, f"\\u{ord(sign):04x}")


class ProblemsFound(Exception):
    """Raised at the door (command line, hook) when a run has problems."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(report(self.problems))

    def __reduce__(self) -> tuple[type[ProblemsFound], tuple[list[Problem]]]:
        """Pickled as its problems, so that a process of the build can hand it on."""
        return ProblemsFound, (self.problems,)


def report(problems: Iterable[Problem]) -> str:
    """All problems, sorted by place, one a line, with a closing count."""
    lines = [str(problem) for problem in sorted(set(problems))]
    return "\n".join([*lines, f"{counted(len(lines))}. Nothing was written."])


def counted(number: int) -> str:
    """`1 problem`, `2 problems`."""
    return f"{number} problem" + ("" if number == 1 else "s")


def relative(path: Path, root: Path) -> str:
    """`path` as an editor types it: relative to the project, with `/`."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def did_you_mean(name: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """`did you mean "x"?` for the nearest known name, or an empty text.

    Else for the only one that begins or ends with the words of `name`: `phase-4` is typed for
    `phase-4-mapping-and-working-groups`.
    """
    names = list(known)
    near = [each for each in names if each.casefold() == name.casefold()][:1]
    near = near or get_close_matches(name, names, n=1, cutoff=likeness)
    if not near and name.strip("-"):
        part = name.casefold().strip("-")
        near = [each for each in names if each.startswith(f"{part}-") or each.endswith(f"-{part}")]
    return f'did you mean "{near[0]}"?' if len(near) == 1 else ""
