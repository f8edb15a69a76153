"""A page is taken away in both languages: its address leads to another page, or says why not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound, did_you_mean
from scripts.content.citations import find_citations
from scripts.content.datasets import BY_PAGE_TYPE, load_datasets
from scripts.content.pages import Site, SourcePage, load_site
from scripts.content.permalinks import heading_anchors
from scripts.editing import nav_rows, permalink_rows, record_rows
from scripts.editing.draft import Draft
from scripts.editing.names import find_page
from scripts.editing.relink import Rule, Target, links_to, relink
from scripts.editing.restamp import restamp
from scripts.editing.trial import tried
from scripts.language.locales import LOCALES

_LINK = re.compile(r"""\blink\(\s*["']([a-z0-9-]+)["']""")


@dataclass(frozen=True)
class Successor:
    """What becomes of an address: the page and anchor it leads to, or why it is gone.

    `reason` is by the code of the language. With `unlink`, links to the page become plain text.
    """

    to: str = ""
    reason: Mapping[str, str] = field(default_factory=dict)
    unlink: bool = False


def remove(project: Project, page: str, successor: Successor) -> Draft:
    """The files as they are to be without the page.

    Raises:
        ProblemsFound: there is no such page, nothing is said of what becomes of its address, or
            something would break: links, a front matter that names it, a template.
    """
    site = load_site(project.root)
    pages = find_page(site, page, "PAGE")
    key, id_ = pages[0].key, pages[0].id
    to, anchor, target, problems = "", "", None, _unsaid(successor)
    if successor.to and not problems:
        name, _, anchor = successor.to.partition("#")
        led_to = find_page(site, name, "TO")
        target, to = led_to[0], led_to[0].id
        problems += _unfit(pages, led_to, anchor)
    if key == "index.md":
        problems.append(Problem(pages[0].path, 0, "this is the front page", "edit it instead"))
    problems += _hindrances(site, project, pages, bool(to), successor.unlink)
    draft, full = Draft(project.root), f"{to}#{anchor}".rstrip("#")
    if not successor.to:
        problems += record_rows.named_alone(draft, id_)
    anchors = set(heading_anchors(target.body)) if target else set()
    problems += record_rows.stand_on(draft, id_, full, anchors)
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
    draft.put("mkdocs.yml", nav_rows.removed(draft.text("mkdocs.yml"), key))
    own = BY_PAGE_TYPE.get(pages[0].kind, ""), pages[0].text("record")
    record_rows.page_gone(draft, id_, full, own)
    permalink_rows.page_gone(draft, id_, full, successor.reason)
    record_rows.sources_gone(draft, _cited_here_alone(site, project, pages, draft))
    restamp(draft, site, tried(project, draft))
    return draft


def _rule(key: str, led_to: Target | None, here: str) -> Rule:
    """Where the links of the page `here` lead, instead of to the page `key`.

    On the page that its address leads to, a link to all of it would lead to itself.
    """
    if led_to and led_to.key == here and not led_to.anchor:
        led_to = None
    return lambda found: led_to if found.key == key else found


def _unsaid(successor: Successor) -> list[Problem]:
    """What is not said of the address that was given away."""
    lacking = [each for each in LOCALES if not successor.reason.get(each.code, "").strip()]
    if successor.to and len(lacking) < len(LOCALES):
        return [Problem("TO", 0, "both TO and a reason are given", "give one of the two")]
    if successor.to or not lacking:
        return []
    what = "nothing tells readers of its address what became of the page"
    names = " and ".join(f'REASON_{each.code.upper()}="…"' for each in lacking)
    return [Problem("TO", 0, what, f"add TO=another-page, or {names}")]


def _unfit(pages: list[SourcePage], led_to: list[SourcePage], anchor: str) -> Iterator[Problem]:
    """Why the address cannot lead there."""
    if led_to[0].id == pages[0].id:
        yield Problem("TO", 0, "this is the page that goes", "name another page")
    lacking = {page.locale for page in pages} - {page.locale for page in led_to}
    for locale in sorted(lacking, key=lambda each: each.code):
        what = f"{led_to[0].path} has no twin in docs/{locale.code}"
        yield Problem("TO", 0, what, "name a page in the same languages")
    for page in led_to:
        known = heading_anchors(page.body)
        if anchor and anchor not in known:
            mend = did_you_mean(anchor, known) or "see the headings of the page"
            yield Problem("TO", 0, f'{page.path} has no heading "#{anchor}"', mend)


def _hindrances(
    site: Site, project: Project, pages: list[SourcePage], led_on: bool, unlink: bool
) -> list[Problem]:
    """What names the page and cannot follow by itself."""
    key, id_, problems = pages[0].key, pages[0].id, []
    for page in site.pages:
        if page.key == key or led_on:
            continue
        for link in [] if unlink else links_to(page, key):
            mend = "lead it elsewhere, add TO=another-page, or UNLINK=1 to keep its words alone"
            what = f'the link "{link.target}" leads to the page that goes'
            problems.append(Problem(page.path, link.line, what, mend))
        if page.text("nearest") == id_:
            what, line = (
                "the page that goes is the nearest one",
                page.front_matter.line(("nearest",)),
            )
            problems.append(Problem(page.path, line, what, "name another page first"))
    problems += _shown_by_guide(project, id_)
    templates = [path for path in (project.root / "overrides").rglob("*.html") if path.is_file()]
    for path in sorted(templates):
        for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if id_ in _LINK.findall(row):
                name = path.relative_to(project.root).as_posix()
                what = f'the template links to the page "{id_}"'
                problems.append(Problem(name, number, what, "lead it elsewhere first"))
    return problems


def _shown_by_guide(project: Project, id_: str) -> list[Problem]:
    """Pictures of the page are taken for editors; which other page suits, nobody can guess."""
    found, _, _ = load_data(project, "guide")
    if not isinstance(found.data, dict) or found.data.get("page") != id_:
        return []
    what = "the guide with pictures (make guide) shows the page that goes"
    mend = "name another page with notes here (page: …), then run this again"
    return [Problem(found.path, found.line(("page",)), what, mend)]


def _cited_here_alone(
    site: Site, project: Project, pages: list[SourcePage], draft: Draft
) -> set[str]:
    """The sources that nothing in the draft would cite any more, and that therefore go too."""

    def cited(those: list[SourcePage]) -> set[str]:
        found = (each for page in those for each in find_citations(page.body))
        return {cite.id for each in found for cite in each.cites}

    others = [page for page in site.pages if page.key != pages[0].key]
    before = load_datasets(project).cited()
    after = record_rows.cited(draft)
    return (cited(pages) | (before - after)) - cited(others) - after
