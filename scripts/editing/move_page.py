"""Moves a page to another path in both languages, and updates everything that refers to it.

Its id stays, so its old address redirects in every later edition, and the ledger of permalinks
(data/permalinks.yml) needs no entry.
"""

from __future__ import annotations

import posixpath
import re

from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound
from scripts.content.neighbours import english_folder
from scripts.content.pages import Site, SourcePage, load_site
from scripts.content.scaffold import address_fault
from scripts.editing import nav_edits
from scripts.editing.draft import Draft
from scripts.editing.names import bare, find_page
from scripts.editing.relink import Target, relink
from scripts.editing.restamp import restamp
from scripts.editing.trial import checked_draft
from scripts.language.locales import ENGLISH

_SHOWN = 3
_URL = re.compile(r"^url:.*$", re.MULTILINE)


def move(project: Project, old: str, new: str, url: str = "") -> Draft:
    """The changes that move the page `old` to `new`.

    `url` is its new English address (without /en/); by default it follows the folder.

    Raises:
        ProblemsFound: there is no such page, the path or address is taken or invalid, or
            something would break.
    """
    site = load_site(project.root)
    pages = find_page(site, old, "OLD")
    old_key, new_key = pages[0].key, f"{bare(new)}.md"
    address, problems = _address(site, pages, new_key, url)
    problems += _faults(site, pages, new_key, new)
    if problems:
        raise ProblemsFound(problems)

    def rule(target: Target) -> Target:
        return Target(new_key, target.anchor) if target.key == old_key else target

    draft, languages = Draft(project.root), {page.locale for page in pages}
    for page in site.pages:
        if page.locale not in languages:
            continue
        key = new_key if page.key == old_key else page.key
        body, text = relink(page.body, page.key, key, rule), draft.text(page.path)
        if body != page.body:
            draft.put(page.path, text[: len(text) - len(page.body)] + body)
        if page.key == old_key:
            _move_file(draft, page, new_key, address)
    draft.put("mkdocs.yml", nav_edits.moved(draft.text("mkdocs.yml"), old_key, new_key))
    restamp(draft, site, checked_draft(project, draft))
    return draft


def _move_file(draft: Draft, page: SourcePage, new_key: str, address: str) -> None:
    if page.locale is ENGLISH and address != page.text("url"):
        text = draft.text(page.path)
        body_start = len(text) - len(page.body)
        front = _URL.sub(lambda _: f"url: {address}", text[:body_start], count=1)
        draft.put(page.path, front + text[body_start:])
    draft.move(page.path, f"docs/{page.locale.code}/{new_key}")


def _faults(site: Site, pages: list[SourcePage], new_key: str, typed: str) -> list[Problem]:
    """Why the page cannot be moved to its new path."""
    if pages[0].key == "index.md":
        return [Problem(pages[0].path, 0, "this is the front page", "edit it instead")]
    if fault := address_fault(new_key.removesuffix(".md"), typed, "metoden/kritikk"):
        return [Problem("NEW", 0, *fault)]
    if new_key == pages[0].key:
        return [
            Problem(page.path, 0, "the page stands there", "name another path") for page in pages
        ]
    taken = [page for page in site.pages if page.key == new_key]
    if left := _left_behind(site, pages[0].key, new_key):
        folder, named = posixpath.dirname(pages[0].key), ", ".join(left[:_SHOWN])
        what = f"this is the front page of {folder}/, where others would stay ({len(left)})"
        more = " …" if len(left) > _SHOWN else ""
        return [Problem(pages[0].path, 0, what, f"move those first, each alone: {named}{more}")]
    return [
        Problem(page.path, 0, "there is a page", "choose another path, or move that one first")
        for page in taken
    ] + [
        Problem(path, 0, "there is a file that is no page", "take it away, or choose another path")
        for page in pages
        for path in [f"docs/{page.locale.code}/{new_key}"]
        if not taken and (site.root / path).exists()
    ]


def _left_behind(site: Site, key: str, new_key: str) -> list[str]:
    """The other pages of the folder that a page is the front page of, unless it stays that."""
    folder, name = posixpath.split(key)
    if name != "index.md" or new_key == f"{folder}.md":
        return []
    others = {page.key for page in site.pages if page.key.startswith(f"{folder}/")} - {key}
    return sorted(bare(other) for other in others)


def _address(
    site: Site, pages: list[SourcePage], new_key: str, url: str
) -> tuple[str, list[Problem]]:
    """The new English address, as given or in the folder of its new neighbours, and problems."""
    english = next((page for page in pages if page.locale is ENGLISH), None)
    if english is None:
        fix = "leave URL out"
        problems = [Problem("URL", 0, "the page is in Norwegian alone", fix)] if url else []
        return "", problems
    address = english.text("url")
    if url:
        address = f"{url.strip().strip('/').removeprefix('en/')}/"
    elif posixpath.dirname(new_key) != posixpath.dirname(english.key):
        folder = english_folder(site, posixpath.dirname(new_key), english)
        if folder is None:
            what = f"nobody knows what {posixpath.dirname(new_key)}/ is called in English"
            fix = "add URL=… with the English address, such as method/criticism"
            return address, [Problem("NEW", 0, what, fix)]
        address = posixpath.join(folder, address.rstrip("/").rpartition("/")[2], "").lstrip("/")
    if fault := address_fault(address.rstrip("/"), url or address, "method/criticism"):
        return address, [Problem("URL", 0, *fault)]
    taken = [
        Problem(
            page.path,
            page.front_matter.line(("url",)),
            f"the page has the English address /en/{address}",
            "add URL=… with another one",
        )
        for page in site.of(ENGLISH).values()
        if page is not english and page.text("url") == address
    ]
    return address, taken
