"""What an editor got wrong: where, what, and how to fix it.

Every check returns a list of `Problem` instead of raising, so that one run reports them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum, auto
from pathlib import Path

# What is wrong with a value, and the remedy.
Fault = tuple[str, str]


class Kind(StrEnum):
    """The kind of a problem, for code that suppresses what follows from another problem.

    It compares kinds (scripts/checks/consequences.py, scripts/checks/gone_pages.py) and not
    messages, so that a message can be reworded freely. The comment on each says what it is, and
    what `about` holds.
    """

    UNREAD = auto()  # a file that cannot be read, or an invalid nav; nothing
    MERGE = auto()  # conflict markers left by a merge; nothing
    MISFIT = auto()  # a value that violates its schema, or is missing; the key
    UNKNOWN_KEY = auto()  # a key that is not in the schema; the key
    NO_TRANSLATION = auto()  # a page that exists in one language only; its key
    NO_FRONT = auto()  # a language without its front page; the key of that page
    NAV_LACKS = auto()  # a page that is not in the nav; its key
    NAV_NAMES = auto()  # a nav entry that is no page, or a duplicate; the key
    NO_TARGET = auto()  # a link to a missing page or file; the address
    SPACED = auto()  # an address with a space in it; the address
    BARE = auto()  # an address that is not a link; the address
    ADDRESS = auto()  # the address of a page instead of its id; the address
    UNKNOWN_PAGE = auto()  # an id that no page has; the id
    UNKNOWN_PHASE = auto()  # an id that no phase has; the id
    NO_TOOL = auto()  # not a tool of the phase, nor close to one; its id
    NO_BLANK = auto()  # a line that needs a blank line above it; nothing
    BREAK = auto()  # a line that two trailing spaces break; nothing
    LOCATOR = auto()  # a locator in another form than elsewhere; the citation (`right`: corrected)
    MALFORMED = auto()  # a citation that cannot be parsed; the citation
    OTHER_ANCHOR = auto()  # unequal anchors; those that either page lacks, as path#anchor
    OTHER_TYPE = auto()  # a page whose record is that of another page type; the type
    UNFIT_ID = auto()  # an id without the prefix of its page type; the id
    UNCITED = auto()  # a source that should be cited; its id


@dataclass(frozen=True, order=True)
class Problem:
    """One problem in a file.

    `path` is relative to the project, `line` counts from 1 (0: the whole file), `what` says
    what is wrong and `fix` how to fix it. `rule` is the id of the broken rule
    (scripts/checks/RULES.md), "" where the file could not be read at all. `kind` and `about`
    say what follows from what (scripts/checks/consequences.py), and `right` is the replacement
    for `about` where `make check FIX=1` can write it.
    """

    path: str
    line: int
    what: str
    fix: str
    rule: str = field(default="", compare=False)
    kind: Kind | None = field(default=None, compare=False)
    about: str = field(default="", compare=False)
    right: str = field(default="", compare=False)

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        # A file name may contain anything, and a report has one line per problem.
        return _printable(f"{place}: {self.what} – {self.fix}")


def _printable(text: str) -> str:
    if not text.isprintable():
        text = "".join(
            character if character.isprintable() or character in _SPACES else _escaped(character)
            for character in text
        )
    return text


_SPACES = "\u00a0\u202f\u2009"


def _escaped(character: str) -> str:
    return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(character, f"\\u{ord(character):04x}")


class ProblemsFound(Exception):
    """Raised at the entry points (command line, hook) when a run has problems."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(report(self.problems))

    def __reduce__(self) -> tuple[type[ProblemsFound], tuple[list[Problem]]]:
        """Pickle the problems, so that a worker process can pass the exception on."""
        return ProblemsFound, (self.problems,)


def report(problems: Iterable[Problem]) -> str:
    """All problems, sorted by path and line, one per line, with a final count."""
    lines = [str(problem) for problem in sorted(set(problems))]
    return "\n".join([*lines, f"{counted(len(lines))}. Nothing was written."])


def counted(number: int) -> str:
    """`1 problem`, `2 problems`."""
    return f"{number} problem" + ("" if number == 1 else "s")


def listed(items: Sequence[str], word: str = "or") -> str:
    """`a`, `a or b`, `a, b or c`; "" for nothing. `word` is what stands before the last."""
    *most, last = items or [""]
    return f"{', '.join(most)} {word} {last}" if most else last


def relative(path: Path, root: Path) -> str:
    """`path` as an editor types it: relative to the project, with `/`."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def did_you_mean(name: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """`did you mean "x"?` for the closest known name, or an empty string.

    The only name that begins or ends with the words of `name` comes before one that looks like
    it: people type `phase-4-mapping` for `phase-4-mapping-and-working-groups`. `likeness` is the
    cutoff, from 0 to 1.
    """
    names = list(known)
    near = [each for each in names if each.casefold() == name.casefold()][:1]
    if not near and (part := name.casefold().strip("-")):
        near = [each for each in names if each.startswith(f"{part}-") or each.endswith(f"-{part}")]
    if len(near) != 1:
        near = get_close_matches(name, names, n=1, cutoff=likeness)
    return f'did you mean "{near[0]}"?' if len(near) == 1 else ""
