"""Code fences whose info string asks for more than code: directives, diagrams, attributes.

Hosting sites and notebooks render ```mermaid and ```math as drawings; here they are shown as
code, and braces would become HTML attributes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.common.problems import Problem
from scripts.common.shorten import shorten
from scripts.content.markdown import line_at
from scripts.content.pages import SourcePage

# The info string of a backtick fence holds no backtick: that would be inline code.
_FENCE = re.compile(
    r"^(?:[ ]{0,3}+>[ ]?+)*+[ ]{0,3}+(?P<fence>`{3,}|~{3,})[ ]*(?P<info>[^`\s][^`\n]*)$",
    re.MULTILINE,
)
_DIRECTIVE = re.compile(r"\{[a-zA-Z]|(?:ad-|admonition|callout|dataview|query)")
_DRAWN = re.compile(
    r"\{?[ ]*\.?(?:mermaid|math|geojson|topojson|stl|plantuml|puml|graphviz|dot|d2|vega(?:-lite)?"
    r"|abc|chart)(?![\w-])"
)
_LANGUAGE = re.compile(r"[\w+#.-]+")
_NAMED = re.compile(r"\{?[ ]*\.?(?P<name>[A-Za-z][\w+#-]*)(?![\w=])")
# The remedies.
_PLAIN = "directives are not read here: write plain Markdown"
_DRAW = "put a picture of it in docs/assets, or say it in words"


def check_fences(page: SourcePage) -> Iterator[Problem]:
    """Yield the code fences of a page that would not be rendered as they ask for."""
    for match in _FENCE.finditer(page.body):
        info = match["info"].strip()
        shown = f'"{shorten(match.group().strip(), 40)}"'
        line = line_at(page.body, match.start("fence"), page.body_line)
        if _DIRECTIVE.match(info):
            what, fix = f"{shown} would be published as code", _PLAIN
        elif _DRAWN.match(info):
            what, fix = f"{shown} would be published as code, and nothing drawn", _DRAW
        elif not _LANGUAGE.fullmatch(info):
            named = _NAMED.match(info)
            what = f"{shown} asks for what the site does not use"
            fix = f"write {match['fence']}{named['name'] if named else ''}"
        else:
            continue
        yield Problem(page.path, line, what, fix)
