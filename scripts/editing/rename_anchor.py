"""Renames the anchor of a heading in both languages, and updates links, records and ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.reserved_ids import is_taken
from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound, did_you_mean
from scripts.common.yaml_lines import load_yaml
from scripts.content.datasets import load_datasets
from scripts.content.markdown import Heading, headings
from scripts.content.pages import SourcePage, load_site
from scripts.content.placeholders import placeholders
from scripts.editing import permalink_edits, record_edits
from scripts.editing.draft import Draft
from scripts.editing.names import find_page
from scripts.editing.relink import Target, relink
from scripts.editing.restamp import restamp
from scripts.editing.trial import checked_draft

_ANCHOR = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def rename_anchor(project: Project, page: str, old: str, new: str) -> Draft:
    """The changes that rename the anchor `old` of a page to `new`.

    Raises:
        ProblemsFound: there is no such heading, the new anchor is taken or invalid, the page type
            requires the heading, or something would break.
    """
    site, old, new = load_site(project.root), old.lstrip("#"), new.lstrip("#")
    pages = find_page(site, page, "PAGE")
    key, id_ = pages[0].key, pages[0].id
    if problems := [*_faults(project, pages, old, new)]:
        raise ProblemsFound(problems)

    def rule(target: Target) -> Target:
        return Target(key, new) if (target.key, target.anchor) == (key, old) else target

    draft = Draft(project.root)
    for each in site.pages:
        body, text = relink(each.body, each.key, each.key, rule), draft.text(each.path)
        if each.key == key:
            body = _renamed(body, old, new)
        if body != each.body:
            draft.put(each.path, text[: len(text) - len(each.body)] + body)
    record_edits.heading_moved(draft, pages[0], old, new)
    permalink_edits.heading_moved(draft, id_, old, new)
    restamp(draft, site, checked_draft(project, draft), {key: {old: new}})
    return draft


def _renamed(body: str, old: str, new: str) -> str:
    for heading in _named(body, old):
        line = body[heading.start : heading.end]
        brace = line.rindex("{")
        attributes = re.sub(rf"#{re.escape(old)}(?![\w-])", f"#{new}", line[brace:], count=1)
        body = body[: heading.start] + line[:brace] + attributes + body[heading.end :]
    return body


def _named(body: str, anchor: str) -> list[Heading]:
    return [heading for heading in headings(body) if heading.anchor == anchor]


def _faults(project: Project, pages: list[SourcePage], old: str, new: str) -> Iterator[Problem]:
    """Why the anchor cannot be renamed."""
    if not _ANCHOR.fullmatch(new):
        fix = "use small letters a–z, digits and hyphens, such as the-evaluation"
        yield Problem("NEW", 0, f'"{new}" cannot be an anchor', fix)
    datasets = load_datasets(project)
    known = {name: {record["id"] for record in datasets.of(name)} for name in datasets.files}
    for page in pages:
        anchors = {each.anchor: each.line for each in headings(page.body, page.body_line)}
        if old not in anchors:
            fix = did_you_mean(old, filter(None, anchors)) or "see the headings of the page"
            yield Problem(page.path, 0, f'no heading has the anchor "{old}"', fix)
            continue
        lists = {each.name for each in placeholders(page.body)}
        if new in anchors:
            what = f'the anchor "{new}" is taken'
            yield Problem(page.path, anchors[new], what, "choose another")
        elif is_taken(new, lists, known):
            what = f'the anchor "{new}" is taken by the page around the text'
            yield Problem(page.path, anchors[old], what, "choose another")
        shape, _ = load_yaml(project.data / "shapes.yml", project.root)
        of_type = shape.data.get(page.kind, ()) if isinstance(shape.data, dict) else ()
        if any(isinstance(each, dict) and each.get("id") == old for each in of_type):
            what = f'every page of the type "{page.kind}" has the heading "#{old}"'
            fix = "keep it, or change data/shapes.yml and all of those pages"
            yield Problem(page.path, anchors[old], what, fix)
