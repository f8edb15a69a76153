"""Scripts that hold what they import, so that one file is fetched, and fetched again, whole.

A browser remembers for as long as a page is open that a module could not be had, and those that
it imports by name too (HTML, "fetch a single module script": the module map keeps the failure).
A script asked for at another address (`?retry=1`) is fetched anew, but what it imports is not.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

# As they stand in scripts without spare white space (rjsmin).
_IMPORT = re.compile(r'\bimport\s*\{([^}]*)\}\s*from\s*"\./([^"]+)";')
_EXPORT = re.compile(r"\bexport (const|class|function) (\w+)")
_UNKNOWN = re.compile(r"(?:^|[;}\s])(?:import|export)[\s{*\"]")
# No script of ours begins a name with a dollar sign, so that none hides these from itself.
_BEGIN = "const $modules={},$made={};const $need=(name)=>($made[name]??=$modules[name]());\n"


def imported(name: str, scripts: Mapping[str, str]) -> list[str]:
    """What a script imports, directly or by others, each once."""
    found: dict[str, None] = {}
    waiting = [name]
    while waiting:
        at = waiting.pop()
        for match in _IMPORT.finditer(scripts[at]):
            path = posixpath.join(posixpath.dirname(at), match[2])
            if path not in found:
                found[path] = None
                waiting.append(path)
    return list(found)


def whole_scripts(scripts: Mapping[str, str]) -> dict[str, str]:
    """The scripts, each with all that it imports in it.

    Args:
        scripts: The scripts of the site by name, without spare white space.

    Raises:
        ValueError: a module is written in a form that is not known here.
    """
    parts = {name: imported(name, scripts) for name in scripts}
    return {
        name: _whole(name, own, scripts) if own else scripts[name] for name, own in parts.items()
    }


def _whole(name: str, parts: list[str], scripts: Mapping[str, str]) -> str:
    found = [_BEGIN]
    for part in sorted(parts):
        body = as_function(part, scripts[part], "$need")
        found.append(f'$modules["{part}"]=()=>{{{body}}};\n')
    return "".join(found) + _with_needs(name, scripts[name], "$need")


def as_function(name: str, text: str, need: str) -> str:
    """A module as the body of a function that returns what the module exports.

    Args:
        name: Its path among the scripts.
        text: The module.
        need: The function that is asked for a module by its path.

    Raises:
        ValueError: it is written in a form that is not known here.
    """
    exported = [match[2] for match in _EXPORT.finditer(text)]
    body = _EXPORT.sub(r"\1 \2", _with_needs(name, text, need))
    if _UNKNOWN.search(body):
        raise ValueError(f"{name}: an import or export that {__name__} does not know")
    return f"{body}\nreturn {{ {', '.join(exported)} }};"


def _with_needs(name: str, text: str, need: str) -> str:
    folder = posixpath.dirname(name)

    def needed(match: re.Match[str]) -> str:
        names = match[1].replace(" as ", ": ")
        return f'const {{{names}}} = {need}("{posixpath.join(folder, match[2])}");'

    return _IMPORT.sub(needed, text)
