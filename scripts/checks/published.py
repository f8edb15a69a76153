"""Finds pages and headings that the newest published edition has but the sources now lack.

Runs before any build, if the branch with the editions is available; `make publish` checks every
URL of every edition.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from scripts.common.git import ask
from scripts.common.problems import Problem
from scripts.content.pages import Site
from scripts.content.permalinks import Rule, heading_anchors
from scripts.content.permanent_ids import PermanentId, ids_of, refused_changes
from scripts.language.locales import LOCALES

# The branches to look for the newest edition on: the local one, or that fetched last.
_BRANCHES = ("refs/heads/gh-pages", "refs/remotes/origin/gh-pages")
_FILE, _EDITION = "latest/addresses.json", "latest/edition.json"
# mike passes the edition to the build in this variable.
_BUILT = "MIKE_DOCS_VERSION"
PERMALINKS = "data/permalinks.yml"


def check_published(
    site: Site, rules: list[Rule], named: list[PermanentId] | None = None
) -> list[Problem]:
    """Report each page, heading or permanent id that would become a dead end.

    `named` lists the current permanent ids; None if not all are known.
    """
    covered_by_rule = {(rule.page, rule.anchor) for rule in rules}
    now = {
        (page.id, page.locale.lang): page
        for locale in LOCALES
        for page in site.by_id(locale).values()
    }
    if any(not page.readable or not page.id for page in site.pages):
        return []  # not all pages are known
    addresses = {page.url: page for page in now.values()}
    problems = []
    missing_pages = set()
    published = _published(site)
    for path, entry in sorted(published.get("addresses", {}).items()):
        id_, lang = str(entry.get("page", "")), str(entry.get("lang", ""))
        if "headings" not in entry or (id_, "") in covered_by_rule:
            continue
        page = now.get((id_, lang))
        address = path.removesuffix("index.html")
        if page is None and address in addresses:
            continue  # only the id of the page changed
        if page is None:
            missing_pages.add(id_)
            what = f'the page "{id_}" was published at {address}, and is not there'
            fix = f"keep its id, or add `page: {id_}` with to: or gone:"
            problems.append(Problem(PERMALINKS, 0, what, fix))
            continue
        taker = addresses.get(address, page)
        if taker is not page:
            what = f'the page "{id_}" was published at {address}, and now "{taker.id}" stands there'
            problems.append(Problem(taker.path, 0, what, "give this page another address"))
        anchors = heading_anchors(page.body)
        for anchor in entry["headings"]:
            if anchor not in anchors and (id_, anchor) not in covered_by_rule:
                what = f'the heading "#{anchor}" was published at {address}, and is not there'
                fix = (
                    f"keep {{ #{anchor} }}, or add to {PERMALINKS}: "
                    f"page: {id_}, anchor: {anchor}, with to: or gone:"
                )
                problems.append(Problem(page.path, 0, what, fix))
    return problems + _permanent_ids(published, rules, named, missing_pages)


def _permanent_ids(
    published: Mapping[str, Any],
    rules: list[Rule],
    named: list[PermanentId] | None,
    missing_pages: set[str],
) -> list[Problem]:
    """Report permanent ids that would lead nowhere or elsewhere, but not `missing_pages`."""
    if named is None:
        return []
    now = {each.id: each for each in named}
    problems = []
    for before, what, fix in refused_changes(ids_of(published), now, rules):
        if before.id not in missing_pages:
            path = now[before.id].path if before.id in now else PERMALINKS
            problems.append(Problem(path, 0, what, fix))
    return problems


def _published(site: Site) -> Mapping[str, Any]:
    """Return the address file of the newest edition; empty if there is none."""
    if not any((folder / ".git").exists() for folder in (site.root, *site.root.parents)):
        return {}
    for branch in _BRANCHES:
        text = ask(site.root, "show", f"{branch}:{_FILE}")
        if text and _is_of_an_older_edition(ask(site.root, "show", f"{branch}:{_EDITION}")):
            return {}  # an older edition need not have what newer ones have
        with suppress(
            ValueError, KeyError, TypeError
        ):  # Edited by hand: publishing reads the pages instead.
            if text:
                published: Mapping[str, Any] = json.loads(text)
                if isinstance(published["addresses"], dict):
                    return published
    return {}


def _is_of_an_older_edition(newest: str | None) -> bool:
    """Whether the edition being built is a correction of one before the newest, or a late one."""

    def order(number: str) -> list[int]:
        return [int(part) for part in number.split(".")]

    with suppress(ValueError, KeyError, TypeError, AttributeError):
        return order(os.environ[_BUILT]) < order(json.loads(newest or "")["edition"])
    return False
