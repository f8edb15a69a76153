"""Keeps every address ever published: it exists, redirects, or explains why it is gone.

A page that moved is found by its id, and its files by their role for the page. The fate of
removed pages and headings is in data/permalinks.yml; publishing is refused until every address
is resolved. Pages redirect without a script; a file that moved is at both addresses, since a
static host cannot redirect a PDF.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound
from scripts.content.pages import load_site
from scripts.content.permalinks import Rule, load_permalinks
from scripts.content.permanent_ids import LATEST
from scripts.pipeline.editions.ledger import INDEX, Address, Ledger
from scripts.pipeline.editions.mend import address

_PERMALINKS = "data/permalinks.yml"


@dataclass(frozen=True)
class Lead:
    """The target of an address: a path and anchor in the new edition, or the reason for none."""

    to: str = ""
    anchor: str = ""
    reason: Mapping[str, str] | None = None


class Keeper:
    """Resolves each published address.

    `lost` holds a problem for each that cannot be resolved, `leads` the targets of those that
    have changed.
    """

    def __init__(self, ever: Ledger, current: Ledger, rules: tuple[Rule, ...]) -> None:
        self._now = current
        self._pages = {
            (a.page, a.lang): path for path, a in current.items() if a.page and not a.part
        }
        self._parts = {(a.page, a.lang, a.part): path for path, a in current.items() if a.part}
        self._heirs = {
            (published.page, published.lang): current[path].page
            for path, published in ever.items()
            if published.page and not published.part and path in current
        }
        self._of_page = {rule.page: rule for rule in rules if rule.page and not rule.anchor}
        self._of_address = {rule.address: rule for rule in rules if rule.address}
        self.leads: dict[str, Lead] = {}
        self.lost: list[Problem] = []
        for path, published in sorted(ever.items()):
            self._look(path, published)

    def _look(self, path: str, published: Address) -> None:
        current = self._now.get(path)
        if current is not None:
            elsewhere = self._pages.get((published.page, published.lang))
            if published.page and not published.part and elsewhere not in (None, path):
                what = f'page "{published.page}" stood here, and now page "{current.page}" does'
                self._miss(path, published, what, "give the new page another address")
            else:
                self._compare(path, published, path)
            return
        lead = self._moved(published) or self._ruled(path, published) or self._inherited(published)
        if lead is None:
            self._ask(path, published)
        elif lead.to not in self._now and lead.reason is None:
            what = f'{_PERMALINKS} leads to "{lead.to}", which is not there'
            self._miss(path, published, what, "lead to an address that this edition has")
        else:
            self.leads[path] = lead
            if lead.to and published.page and self._now[lead.to].page == published.page:
                self._compare(path, published, lead.to)

    def _moved(self, published: Address) -> Lead | None:
        """The current place of the same page, or of the same file of it."""
        target = (
            self._parts.get((published.page, published.lang, published.part))
            if published.part
            else self._pages.get((published.page, published.lang))
        )
        return Lead(target) if published.page and target else None

    def _inherited(self, published: Address) -> Lead | None:
        """A file named by an old id of a page that now has another id at the same address."""
        heir = self._heirs.get((published.page, published.lang))
        target = (
            self._parts.get((heir, published.lang, published.part))
            if heir and published.part
            else None
        )
        return Lead(target) if target else None

    def _ruled(self, path: str, published: Address) -> Lead | None:
        """The rule in data/permalinks.yml for the address, or for its page."""
        rule = self._of_address.get(path) or self._of_address.get(address(path))
        if rule:
            to = f"{rule.to}{INDEX}" if rule.to.endswith("/") else rule.to
            return Lead(to, rule.to_anchor) if to else Lead(reason=rule.gone)
        rule = self._of_page.get(published.page)
        if not rule:
            return None
        if not rule.to:
            return Lead(reason=rule.gone)
        if published.part:
            target = self._parts.get((rule.to, published.lang, published.part))
            return Lead(target) if target else Lead(reason={})
        return Lead(self._pages.get((rule.to, published.lang), rule.to), rule.to_anchor)

    def _compare(self, path: str, published: Address, path_now: str) -> None:
        """Report anchors that the page had and lacks at its current address."""
        for anchor in sorted(published.anchors - self._now[path_now].anchors):
            remedy = f"keep it, or add to {_PERMALINKS}: page: {published.page}, anchor: {anchor}"
            self._miss(
                f"{path}#{anchor}", published, "it is not there now", f"{remedy}, with to: or gone:"
            )

    def _ask(self, path: str, published: Address) -> None:
        if published.page and not published.part:
            remedy = (
                f"keep the page, or add to {_PERMALINKS}: page: {published.page}, with to: or gone:"
            )
        elif published.page and (published.page, published.lang) not in self._pages:
            remedy = f"add to {_PERMALINKS}: page: {published.page}, with to: or gone:"
        else:
            printed = " (SITE_PRINT=off leaves files out)" if path.endswith(".pdf") else ""
            readable = address(path)
            remedy = (
                f"keep it{printed}, or add to {_PERMALINKS}: address: {readable}, with to: or gone:"
            )
        self._miss(path, published, "it is not there now", remedy)

    def _miss(self, path: str, published: Address, what: str, remedy: str) -> None:
        name, hash_, anchor = path.partition("#")
        place = f"{LATEST}/{address(name)}{hash_}{anchor}"
        self.lost.append(
            Problem(place, 0, f"edition {published.edition} has it, and {what}", remedy)
        )


def read_permalink_rules(root: Path) -> tuple[Rule, ...]:
    """The rules in data/permalinks.yml.

    Raises:
        ProblemsFound: it cannot be read, or is invalid.
    """
    rules, problems = load_permalinks(Project(root), load_site(root))
    if problems:
        raise ProblemsFound(problems)
    return tuple(rules)


def answer_with_notice(keeper: Keeper) -> None:
    """Resolve the remaining addresses to a notice that their edition was withdrawn."""
    for problem in keeper.lost:
        place = problem.path.removeprefix(f"{LATEST}/")
        if "#" in place:
            continue
        path = f"{place}{INDEX}" if place.endswith("/") or not place else place
        keeper.leads[path] = Lead(reason={})
