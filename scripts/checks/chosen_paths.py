"""Resolves the `--path` and `--lang` options of `make check`, and filters problems by them."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from scripts.common.problems import Kind, Problem, did_you_mean, listed
from scripts.content.pages import Site
from scripts.language.locales import BY_CODE

# The parts of the project that the checks read.
_PARTS = ("docs", "data", "overrides", "mkdocs.yml")
_SUCH_AS = "such as docs/no/metoden/kritikk.md, docs/en or data"
# The line number behind a path that was copied from a report; it is ignored.
_LINE = re.compile(r":\d+(?::\d+)?:?$")
_HOST = re.compile(r"^https?://[^/]*/")
_FILE = re.compile(r"[\w./-]{1,200}\.(?:md|yml)\b")
# If a file has one of these problems, whatever depends on it was not checked.
_UNREAD = frozenset({Kind.UNREAD, Kind.MERGE})


def resolve_paths(
    root: Path, typed: Iterable[str], problems: Collection[Problem], site: Site
) -> tuple[list[str], list[Problem]]:
    """Resolve typed paths to those that reports use, with a problem for each that is unknown.

    Args:
        root: The project's folder.
        typed: Files and folders, absolute or relative to the project or working directory.
        problems: All problems found; some name a missing file, which may be typed too.
        site: The pages, which may also be named by their URL.
    """
    named = {problem.path for problem in problems}
    resolved, faults = [], []
    for entry in typed:
        path, fault = _resolved(root.resolve(), entry, named, site)
        if fault:
            faults.append(Problem("--path", 0, *fault))
        else:
            resolved.append(path)
    return resolved, faults


def _resolved(
    root: Path, typed: str, named: Collection[str], site: Site
) -> tuple[str, tuple[str, str] | None]:
    for candidate in (typed.strip(), _LINE.sub("", typed.strip()).replace("\\", "/")):
        if not candidate or "\0" in candidate:
            continue
        bases = [Path.cwd()] if Path.cwd().is_relative_to(root) else []
        # Reports name paths relative to the root, whatever the working directory is.
        for base in (root, *bases):
            absolute = Path(os.path.normpath(base / candidate))
            if not absolute.is_relative_to(root) and Path(candidate).is_absolute():
                absolute = absolute.resolve()  # The path may lead through a symbolic link.
            if not absolute.is_relative_to(root):
                continue
            path = absolute.relative_to(root).as_posix()
            if path in named or (_exists(absolute) and _is_checked(path)):
                return path, None
            if _exists(absolute):
                fix = f"name a file or folder of {', '.join(_PARTS[:-1])}, or mkdocs.yml"
                return "", (f'"{path}" is nothing that is checked', fix)
    candidate = _LINE.sub("", typed.strip()).replace("\\", "/")
    near = _near(root, candidate, site)
    if not near and not Path(os.path.normpath(root / candidate)).is_relative_to(root):
        return "", (f'"{typed}" lies outside the project', f"name a file in it, {_SUCH_AS}")
    fix = f'did you mean "{near}"?' if near else f"name a file or folder, {_SUCH_AS}"
    return "", (f'there is no "{typed}"', fix)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # The name exceeds the limit of the file system.
        return False


def _is_checked(path: str) -> bool:
    return path == "." or path.partition("/")[0] in _PARTS


def _near(root: Path, typed: str, site: Site) -> str:
    """Guess which file or folder was meant: a path suffix, a URL or a misspelling; else ""."""
    text = _HOST.sub("", typed).partition("#")[0].strip("/")
    names = sorted(_names(root), key=lambda name: (name.count("/"), name.startswith("docs/en")))
    for start in range(text.count("/") + 1):
        part = "/".join(text.split("/")[start:]).casefold()
        wanted = f"/{part.removesuffix('.md')}"
        for name in names if part else ():
            if f"/{name.casefold()}".removesuffix(".md").endswith(wanted):
                return name
        for page in site.pages if part else ():
            if part in {page.url.strip("/"), page.id}:
                return page.path
    return did_you_mean(text, names).removeprefix('did you mean "').removesuffix('"?')


def _names(root: Path) -> Iterable[str]:
    for part in _PARTS:
        yield part
        for folder, folders, files in os.walk(root / part):
            for name in (*folders, *files):
                yield Path(folder, name).relative_to(root).as_posix()


def language_fault(language: str) -> list[Problem]:
    """Return a problem if `language` is not a known code; empty stands for all languages."""
    if language in {"", *BY_CODE}:
        return []
    near = {"nb": "no", "nn": "no", "nor": "no", "eng": "en"}.get(language.lower()[:3])
    fix = f'did you mean "{near}"?' if near else f"write {listed(list(BY_CODE))}"
    return [Problem("--lang", 0, f'there is no language "{language}"', fix)]


def concerning(problems: Iterable[Problem], paths: Sequence[str], language: str) -> list[Problem]:
    """Return the problems that concern some files or folders (none: all) and one language.

    These include problems in other files whose message names one of them: a translation that no
    longer matches, a link to a deleted heading, a record. Data belongs to both languages.
    """
    other = {"no": "docs/en/", "en": "docs/no/"}.get(language, "\0")
    return [
        problem
        for problem in problems
        if not problem.path.startswith(other) and (not paths or _concerns(problem, paths))
    ]


def _concerns(problem: Problem, paths: Sequence[str]) -> bool:
    if is_within(problem.path, paths):
        return True
    # Pages that depend on an unreadable file could not be checked.
    if _hides_others(problem) and any(is_within(path, ["docs"]) for path in paths):
        return True
    fix = "" if problem.fix.startswith("did you mean") else problem.fix
    return any(
        is_within(name, paths)
        for match in _FILE.finditer(f"{problem.what} {fix}")
        for name in _possible_paths(problem, match.group())
    )


def _hides_others(problem: Problem) -> bool:
    if problem.path.startswith("data/"):
        return problem.rule in {"", "files"}
    return problem.path == "mkdocs.yml" and problem.kind in _UNREAD


def _possible_paths(problem: Problem, name: str) -> Iterable[str]:
    """Yield the paths that a name in a message may stand for: from root, a link, a nav entry."""
    yield name
    if problem.path.startswith("docs/"):
        yield os.path.normpath(f"{problem.path.rpartition('/')[0]}/{name}")
    elif problem.path == "mkdocs.yml":
        yield from (f"docs/{code}/{name}" for code in BY_CODE)


def is_within(path: str, paths: Sequence[str]) -> bool:
    """Whether `path` is one of `paths`, or lies in a folder among them."""
    return any(each == "." or f"{path}/".startswith(f"{each}/") for each in paths)
