"""Begins a new page: two files with front matter and the headings of its kind."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound
from scripts.common.yaml_lines import load_yaml
from scripts.language.locales import ENGLISH, LOCALES, Locale

_PATH = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")


def is_address(path: str) -> bool:
    """Whether a path, without language and ending, can be part of an address."""
    return bool(_PATH.fullmatch(path))


def new_page(project: Project, path: str, kind: str) -> list[str]:
    """Write both files of a page; `path` lacks language and ending.

    Returns:
        The paths of the files, relative to the project.

    Raises:
        ProblemsFound: the kind is unknown, the path cannot be an address, or a file exists;
            nothing is written then.
    """
    path = path.removesuffix(".md").strip("/")
    shapes, problems = load_yaml(project.data / "shapes.yml", project.root)
    known = shapes.data if isinstance(shapes.data, dict) else {}
    if not problems and kind not in known:
        mend = f"use one of: {', '.join(known)}"
        problems.append(Problem("--kind", 0, f'unknown kind "{kind}"', mend))
    if not is_address(path):
        mend = "use small letters a–z, digits and hyphens, such as metoden/kritikk"
        problems.append(Problem("PATH", 0, f'"{path}" cannot be an address', mend))
    files = {locale: project.root / "docs" / locale.code / f"{path}.md" for locale in LOCALES}
    problems += [
        Problem(file.relative_to(project.root).as_posix(), 0, "the page exists", "edit it instead")
        for file in files.values()
        if file.exists()
    ]
    if problems:
        raise ProblemsFound(problems)
    for locale, file in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_text(path, kind, locale, known[kind]), encoding="utf-8")
    return [file.relative_to(project.root).as_posix() for file in files.values()]


def _text(path: str, kind: str, locale: Locale, shape: list[dict[str, str]]) -> str:
    name = PurePosixPath(path).name
    lines = ["---", f"title: {name}", f"id: {name}", f"kind: {kind}", "description: "]
    if locale is ENGLISH:
        lines.append(f"url: {path}/")
    lines += ["---", "", ""]
    for heading in shape:
        mark = " .editorial" if heading.get("editorial") else ""
        lines += [f"## {heading[locale.code]} {{ #{heading['id']}{mark} }}", "", ""]
    return "\n".join(lines)
