"""Who stands behind the site, from `extra` of mkdocs.yml and the settings it names."""

from __future__ import annotations

from pathlib import Path

from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from scripts.common.problems import Problem
from scripts.web.sender import Sender, read_sender, sender_problems


def sender_at(root: Path) -> Sender:
    """The sender of the project at `root`; of a file that cannot be read, nobody.

    What is wrong with such a file, the build tells.
    """
    return read_sender(_extra(root))


def unsigned_problems(root: Path, *, unsigned: bool) -> list[Problem]:
    """What is wrong with the settings, and those that an edition lacks.

    Args:
        root: The project.
        unsigned: Whoever publishes has said that the edition may go out without a sender.
    """
    extra = _extra(root)
    problems = sender_problems(extra)
    told = {problem.path for problem in problems}
    if unsigned:
        return problems
    mend = (
        "set it, since readers must know who answers for the text; or publish with --unsigned "
        "(make: UNSIGNED=1), and the site says that nobody has signed it"
    )
    missing = [name for name in read_sender(extra).missing if name not in told]
    return problems + [Problem(name, 0, "it is not set", mend) for name in missing]


def _extra(root: Path) -> dict[str, object]:
    try:
        with (root / "mkdocs.yml").open("rb") as file:
            read = yaml_load(file)
    except (MkDocsException, OSError):
        return {}
    extra = read.get("extra") if isinstance(read, dict) else None
    return extra if isinstance(extra, dict) else {}
