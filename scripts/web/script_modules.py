"""Bundles each script with the modules that it imports, so that a failed fetch can be retried.

A browser remembers a failed module fetch for as long as the page is open, also of static imports
(HTML, "fetch a single module script": the module map keeps the failure). A script requested at
another URL (`?retry=1`) is fetched again, but its imports are not.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

# The forms that minified scripts (rjsmin) have.
_IMPORT = re.compile(r'\bimport\s*\{([^}]*)\}\s*from\s*"\./([^"]+)";')
_EXPORT = re.compile(r"\bexport (const|class|function) (\w+)")
_UNKNOWN = re.compile(r"(?:^|[;}\s])(?:import|export)[\s{*\"]")
# No script of ours uses names that begin with a dollar sign, so none can shadow these.
_BEGIN = "const $modules={},$made={};const $need=(name)=>($made[name]??=$modules[name]());\n"


def imported(name: str, scripts: Mapping[str, str]) -> list[str]:
    """The transitive imports of a script, without duplicates."""
    imports: dict[str, None] = {}
    waiting = [name]
    while waiting:
        importer = waiting.pop()
        for match in _IMPORT.finditer(scripts[importer]):
            path = posixpath.join(posixpath.dirname(importer), match[2])
            if path not in imports:
                imports[path] = None
                waiting.append(path)
    return list(imports)


def bundled_scripts(scripts: Mapping[str, str]) -> dict[str, str]:
    """The scripts, each bundled with its transitive imports.

    Args:
        scripts: The minified scripts of the site by name.

    Raises:
        ValueError: a module uses an unsupported form of import or export.
    """
    imports = {name: imported(name, scripts) for name in scripts}
    return {
        name: _bundle(name, modules, scripts) if modules else scripts[name]
        for name, modules in imports.items()
    }


def _bundle(name: str, modules: list[str], scripts: Mapping[str, str]) -> str:
    parts = [_BEGIN]
    for module in sorted(modules):
        body = as_function(module, scripts[module], "$need")
        parts.append(f'$modules["{module}"]=()=>{{{body}}};\n')
    return "".join(parts) + with_needs(name, scripts[name], "$need")


def as_function(name: str, text: str, need: str) -> str:
    """A module as the body of a function that returns what the module exports.

    Args:
        name: The path of the module among the scripts.
        text: Its source.
        need: The function that returns a module by its path.

    Raises:
        ValueError: it uses an unsupported form of import or export.
    """
    exported = [match[2] for match in _EXPORT.finditer(text)]
    body = _EXPORT.sub(r"\1 \2", with_needs(name, text, need))
    if _UNKNOWN.search(body):
        raise ValueError(f"{name}: an import or export that {__name__} does not know")
    return f"{body}\nreturn {{ {', '.join(exported)} }};"


def with_needs(name: str, text: str, need: str) -> str:
    """The source of a script with its imports replaced by calls of `need`."""
    folder = posixpath.dirname(name)

    def call(match: re.Match[str]) -> str:
        names = match[1].replace(" as ", ": ")
        return f'const {{{names}}} = {need}("{posixpath.join(folder, match[2])}");'

    return _IMPORT.sub(call, text)
