"""The publisher and editor of the site, from `extra` of mkdocs.yml and its variables."""

from __future__ import annotations

from pathlib import Path

from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from scripts.common.problems import Problem
from scripts.web.sender import Sender, read_sender, sender_problems


def sender_at(root: Path) -> Sender:
    """The sender of the project at `root`; empty if mkdocs.yml cannot be read.

    The build reports what is wrong with such a file.
    """
    return read_sender(_extra(root))


def unsigned_problems(root: Path, *, unsigned: bool) -> list[Problem]:
    """Problems of the settings, and settings that an edition requires but lacks.

    Args:
        root: The project.
        unsigned: Whether the edition may be published without a sender.
    """
    extra = _extra(root)
    problems = sender_problems(extra)
    reported = {problem.path for problem in problems}
    if unsigned:
        return problems
    remedy = (
        "set it, since readers must know who answers for the text; or publish with --unsigned "
        "(make: UNSIGNED=1), and the site says that nobody has signed it"
    )
    missing = [name for name in read_sender(extra).missing if name not in reported]
    return problems + [Problem(name, 0, "it is not set", remedy) for name in missing]


def _extra(root: Path) -> dict[str, object]:
    try:
        with (root / "mkdocs.yml").open("rb") as file:
            read = yaml_load(file)
    except (MkDocsException, OSError):
        return {}
    extra = read.get("extra") if isinstance(read, dict) else None
    return extra if isinstance(extra, dict) else {}
