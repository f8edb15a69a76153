"""A page gets another path in both languages, and all that names it follows.

Its id stays, by which its old address leads on in every later edition; so the ledger of
permalinks needs no entry (data/permalinks.yml).
"""

from __future__ import annotations

import posixpath
import re

from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound
from scripts.content.neighbours import english_folder
from scripts.content.pages import Site, SourcePage, load_site
from scripts.content.scaffold import address_fault
from scripts.editing import nav_rows
from scripts.editing.draft import Draft
from scripts.editing.names import bare, find_page
from scripts.editing.relink import Target, relink
from scripts.editing.restamp import restamp
from scripts.editing.trial import tried
from scripts.language.locales import ENGLISH

_URL = re.compile(r"^url:.*$", re.MULTILINE)


def move(project: Project, old: str, new: str, url: str = "") -> Draft:
    """The files as they are to be when the page `old` stands at `new`.

    `url` is its English address (without /en/); left out, it follows the folder.

    Raises:
        ProblemsFound: there is no such page, the path or address is taken or can be none, or
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
    draft.put("mkdocs.yml", nav_rows.moved(draft.text("mkdocs.yml"), old_key, new_key))
    restamp(draft, site, tried(project, draft))
    return draft


def _move_file(draft: Draft, page: SourcePage, new_key: str, address: str) -> None:
    if page.locale is ENGLISH and address != page.text("url"):
        text = draft.text(page.path)
        at = len(text) - len(page.body)
        front = _URL.sub(lambda _: f"url: {address}", text[:at], count=1)
        draft.put(page.path, front + text[at:])
    draft.move(page.path, f"docs/{page.locale.code}/{new_key}")


def _faults(site: Site, pages: list[SourcePage], new_key: str, typed: str) -> list[Problem]:
    """Why the page cannot stand at its new path."""
    if pages[0].key == "index.md":
        return [Problem(pages[0].path, 0, "this is the front page", "edit it instead")]
    if fault := address_fault(new_key.removesuffix(".md"), typed, "metoden/kritikk"):
        return [Problem("NEW", 0, *fault)]
    if new_key == pages[0].key:
        return [
            Problem(page.path, 0, "the page stands there", "name another path") for page in pages
        ]
    taken = [page for page in site.pages if page.key == new_key]
    return [
        Problem(page.path, 0, "there is a page", "choose another path, or move that one first")
        for page in taken
    ] + [
        Problem(path, 0, "there is a file that is no page", "take it away, or choose another path")
        for page in pages
        for path in [f"docs/{page.locale.code}/{new_key}"]
        if not taken and (site.root / path).exists()
    ]


def _address(
    site: Site, pages: list[SourcePage], new_key: str, url: str
) -> tuple[str, list[Problem]]:
    """The English address of the page: as asked for, or in the folder of its new neighbours."""
    english = next((page for page in pages if page.locale is ENGLISH), None)
    if english is None:
        mend = "leave URL out"
        said = [Problem("URL", 0, "the page has no English twin", mend)] if url else []
        return "", said
    address = english.text("url")
    if url:
        address = f"{url.strip().strip('/').removeprefix('en/')}/"
    elif posixpath.dirname(new_key) != posixpath.dirname(english.key):
        folder = english_folder(site, posixpath.dirname(new_key), english)
        if folder is None:
            what = f"nobody knows what {posixpath.dirname(new_key)}/ is called in English"
            mend = "add URL=… with the English address, such as method/criticism"
            return address, [Problem("NEW", 0, what, mend)]
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
