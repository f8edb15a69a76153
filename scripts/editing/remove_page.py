"""Removes a page in both languages: its address redirects, or says why the page is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound, did_you_mean, listed
from scripts.content.citations import find_citations
from scripts.content.datasets import BY_PAGE_TYPE, load_datasets
from scripts.content.pages import Site, SourcePage, load_site
from scripts.content.permalinks import heading_anchors
from scripts.editing import nav_edits, permalink_edits, record_edits
from scripts.editing.draft import Draft
from scripts.editing.names import find_page
from scripts.editing.relink import Rule, Target, links_to, relink
from scripts.editing.restamp import restamp
from scripts.editing.trial import checked_draft
from scripts.language.locales import LOCALES

_LINK = re.compile(r"""\blink\(\s*["']([a-z0-9-]+)["']""")


@dataclass(frozen=True)
class Successor:
    """What becomes of an address: the page and anchor it redirects to, or why it is gone.

    `reason` is by language code. With `unlink`, links to the page become plain text.
    """

    to: str = ""
    reason: Mapping[str, str] = field(default_factory=dict)
    unlink: bool = False


def remove(project: Project, page: str, successor: Successor) -> Draft:
    """The changes that remove a page.

    Raises:
        ProblemsFound: there is no such page, neither a successor nor a reason is given, or
            something would break: links, front matter that names the page, a template.
    """
    site = load_site(project.root)
    pages = find_page(site, page, "PAGE")
    key, id_ = pages[0].key, pages[0].id
    to, anchor, target, problems = "", "", None, _successor_problems(successor)
    if successor.to and not problems:
        name, _, anchor = successor.to.partition("#")
        led_to = find_page(site, name, "TO")
        target, to = led_to[0], led_to[0].id
        problems += _target_problems(pages, led_to, anchor)
    if key == "index.md":
        problems.append(Problem(pages[0].path, 0, "this is the front page", "edit it instead"))
    problems += _blocking_references(site, project, pages, bool(to), successor.unlink)
    draft, full = Draft(project.root), f"{to}#{anchor}".rstrip("#")
    if not successor.to:
        problems += record_edits.problems_of_last_pages(draft, id_)
    anchors = set(heading_anchors(target.body)) if target else set()
    problems += record_edits.problems_of_dependents(draft, id_, full, anchors)
    if problems:
        raise ProblemsFound(problems)
    for each in site.pages:
        if each.key == key:
            draft.delete(each.path)
            continue
        rule = _rule(key, Target(target.key, anchor) if target else None, each.key)
        body, text = relink(each.body, each.key, each.key, rule), draft.text(each.path)
        front = text[: len(text) - len(each.body)]
        if each.text("nearest") == id_:
            front = re.sub(r"^nearest:.*$", f"nearest: {to}", front, count=1, flags=re.MULTILINE)
        draft.put(each.path, front + body)
    draft.put("mkdocs.yml", nav_edits.removed(draft.text("mkdocs.yml"), key))
    own = BY_PAGE_TYPE.get(pages[0].kind, ""), pages[0].text("record")
    record_edits.page_gone(draft, id_, full, own)
    permalink_edits.page_gone(draft, id_, full, successor.reason)
    record_edits.sources_gone(draft, _orphaned_sources(site, project, pages, draft))
    restamp(draft, site, checked_draft(project, draft))
    return draft


def _rule(key: str, led_to: Target | None, here: str) -> Rule:
    """The rule for the links of the page `here` to the removed page `key`.

    On the successor itself such links are removed: they would lead to the page that they are on.
    """
    if led_to and led_to.key == here and not led_to.anchor:
        led_to = None
    return lambda found: led_to if found.key == key else found


def _successor_problems(successor: Successor) -> list[Problem]:
    """What is missing or contradictory in a successor."""
    lacking = [each for each in LOCALES if not successor.reason.get(each.code, "").strip()]
    if successor.to and len(lacking) < len(LOCALES):
        return [Problem("TO", 0, "both TO and a reason are given", "give one of the two")]
    if successor.to or not lacking:
        return []
    what = "nothing tells readers of its address what became of the page"
    names = listed([f'REASON_{each.code.upper()}="…"' for each in lacking], "and")
    return [Problem("TO", 0, what, f"add TO=another-page, or {names}")]


def _target_problems(
    pages: list[SourcePage], led_to: list[SourcePage], anchor: str
) -> Iterator[Problem]:
    """Why a page cannot be the successor."""
    if led_to[0].id == pages[0].id:
        yield Problem("TO", 0, "this is the page that goes", "name another page")
    lacking = {page.locale for page in pages} - {page.locale for page in led_to}
    for locale in sorted(lacking, key=lambda each: each.code):
        what = f"{led_to[0].path} has no counterpart in docs/{locale.code}"
        yield Problem("TO", 0, what, "name a page in the same languages")
    for page in led_to:
        known = heading_anchors(page.body)
        if anchor and anchor not in known:
            fix = did_you_mean(anchor, known) or "see the headings of the page"
            yield Problem("TO", 0, f'{page.path} has no heading "#{anchor}"', fix)


def _blocking_references(
    site: Site, project: Project, pages: list[SourcePage], led_on: bool, unlink: bool
) -> list[Problem]:
    """References to the page that cannot be updated automatically."""
    key, id_, problems = pages[0].key, pages[0].id, []
    for page in site.pages:
        if page.key == key or led_on:
            continue
        for link in [] if unlink else links_to(page, key):
            fix = "lead it elsewhere, add TO=another-page, or UNLINK=1 to keep its words alone"
            what = f'the link "{link.target}" leads to the page that goes'
            problems.append(Problem(page.path, link.line, what, fix))
        if page.text("nearest") == id_:
            what, line = (
                "the page that goes is the nearest one",
                page.front_matter.line(("nearest",)),
            )
            problems.append(Problem(page.path, line, what, "name another page first"))
    problems += _guide_problems(project, id_)
    templates = [path for path in (project.root / "overrides").rglob("*.html") if path.is_file()]
    for path in sorted(templates):
        for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if id_ in _LINK.findall(row):
                name = path.relative_to(project.root).as_posix()
                what = f'the template links to the page "{id_}"'
                problems.append(Problem(name, number, what, "lead it elsewhere first"))
    return problems


def _guide_problems(project: Project, id_: str) -> list[Problem]:
    """The problem if the editors' guide takes its screenshots of this page."""
    guide, _, _ = load_data(project, "guide")
    if not isinstance(guide.data, dict) or guide.data.get("page") != id_:
        return []
    what = "the guide with pictures (make guide) shows the page that goes"
    fix = "name another page with notes here (page: …), then run this again"
    return [Problem(guide.path, guide.line(("page",)), what, fix)]


def _orphaned_sources(
    site: Site, project: Project, pages: list[SourcePage], draft: Draft
) -> set[str]:
    """The sources that nothing in the draft cites any more, which are removed as well."""

    def cited(cited_on: list[SourcePage]) -> set[str]:
        citations = (each for page in cited_on for each in find_citations(page.body))
        return {cite.id for citation in citations for cite in citation.cites}

    others = [page for page in site.pages if page.key != pages[0].key]
    before = load_datasets(project).cited()
    after = record_edits.cited(draft)
    return (cited(pages) | (before - after)) - cited(others) - after
