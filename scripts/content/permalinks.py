"""Redirects for published pages, headings and files: data/permalinks.yml.

A published address never breaks: it redirects, or says why its target is gone. Pages that moved
need no entry, since their ids do not change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Kind, Problem, listed
from scripts.common.yaml_lines import YamlText
from scripts.content.anchors import anchors_by_path
from scripts.content.datasets import DATASETS
from scripts.content.markdown import headings
from scripts.content.near_pages import near_id
from scripts.content.pages import Site, SourcePage

NAME = "permalinks"


@dataclass(frozen=True)
class Rule:
    """What became of a page, of an anchor on a page, of an address, or of a permanent id.

    `page` and `to` are page ids (`to` is an address where `address` is set), `to_anchor` is the
    target anchor; without `to`, `gone` gives the reason by language code.
    """

    page: str = ""
    anchor: str = ""
    address: str = ""
    to: str = ""
    to_anchor: str = ""
    gone: Mapping[str, str] = field(default_factory=dict)
    # A permanent id that still denotes the same thing, though renamed or gone in between, and
    # that thing's present title: the exemption ends when the id is reused for another title.
    id: str = ""
    same: str = ""


def load_permalinks(project: Project, site: Site) -> tuple[list[Rule], list[Problem]]:
    """Load data/permalinks.yml, which may be missing: a new site has published nothing.

    Returns:
        The rules, and the problems of the file. There are no rules when the file cannot be read
        or violates its schema.
    """
    if not (project.data / f"{NAME}.yml").is_file():
        return [], []
    parsed, unreadable, violations = load_data(project, NAME)
    if unreadable or violations:
        return [], unreadable or violations
    problems = _form_problems(parsed)
    if problems:
        return [], problems
    rules = [_rule(record) for record in parsed.data or []]
    if any(not page.readable or not page.id for page in site.pages):
        return rules, []  # not all pages are known
    return rules, _target_problems(parsed, rules, site)


def _rule(record: Mapping[str, str | dict[str, str]]) -> Rule:
    def text(key: str) -> str:
        return str(record.get(key, ""))

    gone = record.get("gone")
    to, _, to_anchor = text("to").partition("#")
    if not to and to_anchor:
        to = text("page")
    reason = gone if isinstance(gone, dict) else {}
    about = (text("page"), text("anchor"), text("address"))
    return Rule(*about, to, to_anchor, reason, text("id"), text("same"))


def _form_problems(parsed: YamlText) -> list[Problem]:
    """Entries with incompatible keys, and duplicate entries."""
    problems, seen = [], set()
    for number, record in enumerate(parsed.data or []):
        line = parsed.line((number,))
        what = ""
        if "id" in record or "same" in record:
            if set(record) != {"id", "same"}:
                what = "of a permanent id one thing alone can be said: that it is of the same"
                fix = "write id: and same: with its title, and nothing else"
        elif ("page" in record) == ("address" in record):
            what = "the entry must be about a page or about an address"
            fix = "write page: (and anchor: for a heading), or address: for a file"
        elif ("to" in record) == ("gone" in record):
            what = "the entry must say where it leads or why it is gone"
            fix = "write to: or gone:, and not both"
        elif "anchor" in record and "page" not in record:
            what, fix = "an anchor belongs to a page", "write page: instead of address:"
        key = tuple(record.get(each) for each in ("page", "anchor", "address", "id"))
        if not what and key in seen:
            what, fix = "the same stands further up", "keep one of the two entries"
        seen.add(key)
        if what:
            problems.append(Problem(parsed.path, line, what, fix))
    return problems


def _target_problems(parsed: YamlText, rules: list[Rule], site: Site) -> list[Problem]:
    """Entries about something that still exists, and those with a missing or circular target."""
    ids = {page.id for page in site.pages}
    anchors = anchors_by_path(site)
    headed: dict[str, list[_Headed]] = defaultdict(list)
    for page in site.pages:
        headed[page.id].append(_Headed(page, anchors[page.path] - {""}))
    problems = []
    for number, rule in enumerate(rules):
        fault = None
        unknown = bool(rule.anchor) and rule.page not in ids
        if rule.page:
            fault = _subject_fault(rule, ids, headed[rule.page])
            if fault is None and rule.to:
                fault = _target_fault(rule, ids, headed[rule.to])
        if fault:
            kind = Kind.UNKNOWN_PAGE if unknown else None
            line = parsed.line((number,))
            problems.append(Problem(parsed.path, line, *fault, kind=kind, about=rule.page))
    return problems


class _Headed(NamedTuple):
    """A page and the anchors of its headings."""

    page: SourcePage
    anchors: frozenset[str]


def _subject_fault(rule: Rule, ids: set[str], pages: list[_Headed]) -> tuple[str, str] | None:
    if not rule.anchor and rule.page in ids:
        what = f'a page has the id "{rule.page}", so nothing needs to be said of it'
        return what, "take the entry away; if it is another page, give that another id"
    if rule.anchor and rule.page not in ids:
        fix = near_id(rule.page, ids) or "leave anchor: out, to say it of the whole page"
        return f'unknown page "{rule.page}"', fix
    if rule.anchor and any(rule.anchor in each.anchors for each in pages):
        what = f'the page "{rule.page}" has the heading "#{rule.anchor}"'
        return what, "take the entry away, or give the heading another anchor"
    return None


def _target_fault(rule: Rule, ids: set[str], pages: list[_Headed]) -> tuple[str, str] | None:
    if rule.to not in ids:
        fix = near_id(rule.to, ids) or "lead to a page that there is, or write gone:"
        return f'"to" leads to no page: "{rule.to}"', fix
    if (rule.to, rule.to_anchor) == (rule.page, rule.anchor):
        return '"to" leads to itself', "lead to what stands there now"
    if not rule.to_anchor and rule.to == rule.page:
        return '"to" leads to the same page', "name a heading on it, as #anchor"
    lacking = [
        each.page.path
        for each in pages
        if rule.to_anchor and not _may_have_anchor(each, rule.to_anchor)
    ]
    if lacking:
        what = f'{listed(lacking, "and")} has no heading "#{rule.to_anchor}"'
        fix = "write the anchor there again (make rename-anchor changes it), or lead elsewhere"
        return what, fix
    return None


def _may_have_anchor(headed: _Headed, anchor: str) -> bool:
    """Whether a heading has the anchor, or a list may: only the build knows a list's anchors."""
    list_prefixes = tuple(start for each in DATASETS for start in each.anchors)
    body = headed.page.body
    return anchor in headed.anchors or (anchor.startswith(list_prefixes) and "{{" in body)


def heading_anchors(body: str) -> set[str]:
    """The anchors of the headings of a page."""
    return {heading.anchor for heading in headings(body) if heading.anchor}
