"""What `make check` is asked about (`--path`, `--lang`), and the problems that concern it."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.content.pages import Site
from scripts.language.locales import BY_CODE

# The parts of the project that the checks read.
_PARTS = ("docs", "data", "overrides", "mkdocs.yml")
_SUCH_AS = "such as docs/no/metoden/kritikk.md, docs/en or data"
# As a report names a place: the line is left out.
_LINE = re.compile(r":\d+(?::\d+)?:?$")
_HOST = re.compile(r"^https?://[^/]*/")
_FILE = re.compile(r"[\w./-]{1,200}\.(?:md|yml)\b")
# Where such files cannot be read, what depends on them was not checked.
_UNREAD = frozenset({Kind.UNREAD, Kind.MERGE})


def chosen_paths(
    root: Path, typed: Iterable[str], problems: Collection[Problem], site: Site
) -> tuple[list[str], list[Problem]]:
    """The paths that were typed, as reports name them, and what is wrong with them.

    Args:
        root: The project.
        typed: Files and folders: relative to the project or to the present folder, or whole.
        problems: All that were found; a file that lacks is named by them alone.
        site: The pages, which are meant by their addresses too.
    """
    named = {problem.path for problem in problems}
    found, faults = [], []
    for each in typed:
        path, fault = _resolved(root.resolve(), each, named, site)
        if fault:
            faults.append(Problem("--path", 0, *fault))
        else:
            found.append(path)
    return found, faults


def _resolved(
    root: Path, typed: str, named: Collection[str], site: Site
) -> tuple[str, tuple[str, str] | None]:
    for text in (typed.strip(), _LINE.sub("", typed.strip()).replace("\\", "/")):
        if not text or "\0" in text:
            continue
        bases = [Path.cwd()] if Path.cwd().is_relative_to(root) else []
        # What a report names comes from the root, wherever the command was called.
        for base in (root, *bases):
            whole = Path(os.path.normpath(base / text))
            if not whole.is_relative_to(root) and Path(text).is_absolute():
                whole = whole.resolve()  # The project may be known by the name of a link to it.
            if not whole.is_relative_to(root):
                continue
            path = whole.relative_to(root).as_posix()
            if path in named or (_exists(whole) and _is_checked(path)):
                return path, None
            if _exists(whole):
                mend = f"name a file or folder of {', '.join(_PARTS[:-1])}, or mkdocs.yml"
                return "", (f'"{path}" is nothing that is checked', mend)
    text = _LINE.sub("", typed.strip()).replace("\\", "/")
    near = _near(root, text, site)
    if not near and not Path(os.path.normpath(root / text)).is_relative_to(root):
        return "", (f'"{typed}" lies outside the project', f"name a file in it, {_SUCH_AS}")
    mend = f'did you mean "{near}"?' if near else f"name a file or folder, {_SUCH_AS}"
    return "", (f'there is no "{typed}"', mend)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # A name that is longer than any.
        return False


def _is_checked(path: str) -> bool:
    return path == "." or path.partition("/")[0] in _PARTS


def _near(root: Path, typed: str, site: Site) -> str:
    """The file or folder that was meant: by the end of its path, as an address, or misspelt."""
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
    """What is wrong with the name of a language; all are meant by an empty one."""
    if language in {"", *BY_CODE}:
        return []
    near = {"nb": "no", "nn": "no", "nor": "no", "eng": "en"}.get(language.lower()[:3])
    mend = f'did you mean "{near}"?' if near else f"write {' or '.join(BY_CODE)}"
    return [Problem("--lang", 0, f'there is no language "{language}"', mend)]


def chosen(problems: Iterable[Problem], paths: Sequence[str], language: str) -> list[Problem]:
    """The problems that concern some files or folders, and one language.

    Those that stand in another file and name one of these are among them: a twin that no longer
    agrees, a link to a heading that is gone, a record. Data belongs to both languages.
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
    # Of pages that hang on what could not be read nobody knows whether they are right.
    if _hides(problem) and any(is_within(path, ["docs"]) for path in paths):
        return True
    mend = "" if problem.mend.startswith("did you mean") else problem.mend
    return any(
        is_within(name, paths)
        for match in _FILE.finditer(f"{problem.what} {mend}")
        for name in _readings(problem, match.group())
    )


def _hides(problem: Problem) -> bool:
    if problem.path.startswith("data/"):
        return problem.rule in {"", "files"}
    return problem.path == "mkdocs.yml" and problem.kind in _UNREAD


def _readings(problem: Problem, name: str) -> Iterable[str]:
    """The files that a name in a message may mean: whole, as a link, or as nav has it."""
    yield name
    if problem.path.startswith("docs/"):
        yield os.path.normpath(f"{problem.path.rpartition('/')[0]}/{name}")
    elif problem.path == "mkdocs.yml":
        yield from (f"docs/{code}/{name}" for code in BY_CODE)


def is_within(path: str, paths: Sequence[str]) -> bool:
    """Whether a file is one of some, or lies in one of some folders."""
    return any(each == "." or f"{path}/".startswith(f"{each}/") for each in paths)
