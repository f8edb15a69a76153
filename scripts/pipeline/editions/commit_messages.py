"""The messages of commits and tags of editions, and how they are read again.

A rollback and the search for missing editions read the history of the branch, which holds
messages of many years: what is written here may be worded otherwise only if the earlier words
are still read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

# The prefix of all tags of editions.
TAG = "edition-"
# The trailer of a rollback, which names the commit that it undoes.
UNDOES = "Undoes"
_BACK = "Roll back: "


class Step(StrEnum):
    """What a commit does with an edition, as its subject begins."""

    PUBLISH = "Publish"
    MEND = "Mend"
    WITHDRAW = "Withdraw"


_STEP = re.compile(rf"({'|'.join(Step)}) edition ")
_PUBLISHED = re.compile(rf"{Step.PUBLISH} edition (\S+)")
_ON = re.compile(r"^On .*: ([0-9a-f]{40,64})$", re.MULTILINE)


def subject(step: Step, version: str) -> str:
    """The subject of the commit, and of the tag, of a step."""
    return f"{step} edition {version}"


def commit_message(step: Step, version: str, source: str) -> str:
    """The message of an edition's commit; `source` is the commit that it was built from."""
    return f"{subject(step, version)}\n\nSource: {source}"


def rollback_message(undone: str, commit: str) -> str:
    """The message of a rollback: the subject of the commit that it undoes, and its hash."""
    return f"{_BACK}{undone}\n\n{UNDOES}: {commit}"


def tag_message(title: str, place: tuple[str, str], sealed: str, *, uncommitted: bool) -> str:
    """The message of an edition's tag.

    Args:
        title: The subject of its commit.
        place: The branch, and the commit on it.
        sealed: The SHA-256 of the manifest.
        uncommitted: Whether the edition holds files that differ from its source commit.
    """
    message = f"{title}\n\nOn {place[0]}: {place[1]}\nSHA-256 of manifest.sha256: {sealed}"
    if uncommitted:
        message += "\nWith files that were not committed; edition.json names them."
    return message


def tag_of(version: str) -> str:
    """The tag of an edition as it was published first."""
    return f"{TAG}{version}"


def mend_tag(version: str, number: int) -> str:
    """The tag of a mend of an edition, counted from 1."""
    return f"{TAG}{version}-mended-{number}"


def is_step(subject_line: str) -> bool:
    """Whether a subject is that of a commit that publishes, mends or withdraws an edition."""
    return bool(_STEP.match(subject_line))


def is_rollback(subject_line: str) -> bool:
    """Whether a subject is that of a rollback."""
    return subject_line.startswith(_BACK)


def published_by(subject_line: str) -> str | None:
    """The number of the edition that a commit with this subject published, None if it did not."""
    found = _PUBLISHED.fullmatch(subject_line)
    return found[1] if found else None


def taken_back(subjects: Iterable[str]) -> set[str]:
    """The numbers of the editions whose publishing one of these subjects rolled back."""
    undone = (each.removeprefix(_BACK) for each in subjects if is_rollback(each))
    return {version for each in undone if (version := published_by(each))}


def commit_named_by(tag_text: str) -> str:
    """The commit of the branch that the text of a tag names, "" if it names none."""
    found = _ON.search(tag_text)
    return found[1] if found else ""
