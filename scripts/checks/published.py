"""Pages and headings that an edition on the branch has, and that the text lacks now.

Told before anything is built, where the branch of editions is at hand; `make publish` looks at
every address of every edition.
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

# What the newest edition says of its addresses, on the branch here or as last fetched.
_BRANCHES = ("gh-pages", "origin/gh-pages")
_FILE, _EDITION = "latest/addresses.json", "latest/edition.json"
# mike tells the build its edition in this variable.
_BUILT = "MIKE_DOCS_VERSION"
PERMALINKS = "data/permalinks.yml"


def check_published(
    site: Site, rules: list[Rule], named: list[PermanentId] | None = None
) -> list[Problem]:
    """One problem for each page, heading or permanent id that would be a dead end.

    `named` is what has a permanent id now, None where that is not known.
    """
    told = {(rule.page, rule.anchor) for rule in rules}
    now = {
        (page.id, page.locale.lang): page
        for locale in LOCALES
        for page in site.by_id(locale).values()
    }
    if any(not page.readable for page in site.pages):
        return []
    addresses = {page.url for page in now.values()}
    problems = []
    missed = set()
    published = _published(site)
    for path, entry in sorted(published.get("addresses", {}).items()):
        id_, lang = str(entry.get("page", "")), str(entry.get("lang", ""))
        if "headings" not in entry or (id_, "") in told:
            continue
        page = now.get((id_, lang))
        address = path.removesuffix("index.html")
        if page is None and address in addresses:
            continue  # the page got another id
        if page is None:
            missed.add(id_)
            what = f'the page "{id_}" was published at {address}, and is not there'
            mend = f"keep its id, or add `page: {id_}` with to: or gone:"
            problems.append(Problem(PERMALINKS, 0, what, mend))
            continue
        anchors = heading_anchors(page.body)
        for anchor in entry["headings"]:
            if anchor not in anchors and (id_, anchor) not in told:
                what = f'the heading "#{anchor}" was published at {address}, and is not there'
                mend = (
                    f"keep {{ #{anchor} }}, or add to {PERMALINKS}: "
                    f"page: {id_}, anchor: {anchor}, with to: or gone:"
                )
                problems.append(Problem(page.path, 0, what, mend))
    return problems + _ids(published, rules, named, missed)


def _ids(
    published: Mapping[str, Any],
    rules: list[Rule],
    named: list[PermanentId] | None,
    missed: set[str],
) -> list[Problem]:
    """Permanent ids that would lead nowhere, or to something else; `missed` are told of."""
    if named is None:
        return []
    now = {each.id: each for each in named}
    problems = []
    for before, what, mend in refused_changes(ids_of(published), now, rules):
        if before.id not in missed:
            path = now[before.id].path if before.id in now else PERMALINKS
            problems.append(Problem(path, 0, what, mend))
    return problems


def _published(site: Site) -> Mapping[str, Any]:
    """What the newest edition says of itself, empty where there is none."""
    if not any((folder / ".git").exists() for folder in (site.root, *site.root.parents)):
        return {}
    for branch in _BRANCHES:
        text = ask(site.root, "show", f"{branch}:{_FILE}")
        if text and _is_of_an_older_edition(ask(site.root, "show", f"{branch}:{_EDITION}")):
            return {}  # it never had what newer ones have
        with suppress(
            ValueError, KeyError, TypeError
        ):  # changed by hand: publishing reads the pages
            if text:
                told: Mapping[str, Any] = json.loads(text)
                if isinstance(told["addresses"], dict):
                    return told
    return {}


def _is_of_an_older_edition(newest: str | None) -> bool:
    """Whether what is built is a mend of an edition before the newest, or one that comes late."""

    def order(number: str) -> list[int]:
        return [int(part) for part in number.split(".")]

    with suppress(ValueError, KeyError, TypeError, AttributeError):
        return order(os.environ[_BUILT]) < order(json.loads(newest or "")["edition"])
    return False
