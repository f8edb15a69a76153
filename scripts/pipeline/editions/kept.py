"""Keeps every address that was ever given away: it is there, leads on, or says why it is gone.

A page that moved is found by its id, and its files by what they are of it. What became of pages
that were taken away, and of headings, stands in data/permalinks.yml; publishing is refused
until every address has an answer. Pages lead on without a script; a file that moved lies at
both addresses, since nothing leads on from the address of a PDF on a plain host.
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
    """Where an address leads: to a path and an anchor in the new edition, or nowhere and why."""

    to: str = ""
    anchor: str = ""
    reason: Mapping[str, str] | None = None


class Keeper:
    """Looks for an answer to each address that was given away.

    `lost` are the problems of those that have none, `leads` the answers for those that are
    not as they were.
    """

    def __init__(self, ever: Ledger, now: Ledger, rules: tuple[Rule, ...]) -> None:
        self._now = now
        self._pages = {(a.page, a.lang): path for path, a in now.items() if a.page and not a.part}
        self._parts = {(a.page, a.lang, a.part): path for path, a in now.items() if a.part}
        self._heirs = {
            (given.page, given.lang): now[path].page
            for path, given in ever.items()
            if given.page and not given.part and path in now
        }
        self._of_page = {rule.page: rule for rule in rules if rule.page and not rule.anchor}
        self._of_address = {rule.address: rule for rule in rules if rule.address}
        self.leads: dict[str, Lead] = {}
        self.lost: list[Problem] = []
        for path, given in sorted(ever.items()):
            self._look(path, given)

    def _look(self, path: str, given: Address) -> None:
        here = self._now.get(path)
        if here is not None:
            elsewhere = self._pages.get((given.page, given.lang))
            if given.page and not given.part and elsewhere not in (None, path):
                what = f'page "{given.page}" stood here, and now page "{here.page}" does'
                self._miss(path, given, what, "give the new page another address")
            else:
                self._compare(path, given, path)
            return
        lead = self._moved(given) or self._ruled(path, given) or self._inherited(given)
        if lead is None:
            self._ask(path, given)
        elif lead.to not in self._now and lead.reason is None:
            what = f'{_PERMALINKS} leads to "{lead.to}", which is not there'
            self._miss(path, given, what, "lead to an address that this edition has")
        else:
            self.leads[path] = lead
            if lead.to and given.page and self._now[lead.to].page == given.page:
                self._compare(path, given, lead.to)

    def _moved(self, given: Address) -> Lead | None:
        """Where the same page, or the same file of it, is now."""
        found = (
            self._parts.get((given.page, given.lang, given.part))
            if given.part
            else self._pages.get((given.page, given.lang))
        )
        return Lead(found) if given.page and found else None

    def _inherited(self, given: Address) -> Lead | None:
        """What is named by the id of a page that has another id now, at the same address."""
        heir = self._heirs.get((given.page, given.lang))
        found = self._parts.get((heir, given.lang, given.part)) if heir and given.part else None
        return Lead(found) if found else None

    def _ruled(self, path: str, given: Address) -> Lead | None:
        """What data/permalinks.yml says of the address, or of its page."""
        rule = self._of_address.get(path) or self._of_address.get(address(path))
        if rule:
            to = f"{rule.to}{INDEX}" if rule.to.endswith("/") else rule.to
            return Lead(to, rule.to_anchor) if to else Lead(reason=rule.gone)
        rule = self._of_page.get(given.page)
        if not rule:
            return None
        if not rule.to:
            return Lead(reason=rule.gone)
        if given.part:
            found = self._parts.get((rule.to, given.lang, given.part))
            return Lead(found) if found else Lead(reason={})
        return Lead(self._pages.get((rule.to, given.lang), rule.to), rule.to_anchor)

    def _compare(self, path: str, given: Address, now: str) -> None:
        """Anchors that the page had are there, at whichever address it stands now."""
        for anchor in sorted(given.anchors - self._now[now].anchors):
            mend = f"keep it, or add to {_PERMALINKS}: page: {given.page}, anchor: {anchor}"
            self._miss(
                f"{path}#{anchor}", given, "it is not there now", f"{mend}, with to: or gone:"
            )

    def _ask(self, path: str, given: Address) -> None:
        if given.page and not given.part:
            mend = f"keep the page, or add to {_PERMALINKS}: page: {given.page}, with to: or gone:"
        elif given.page and (given.page, given.lang) not in self._pages:
            mend = f"add to {_PERMALINKS}: page: {given.page}, with to: or gone:"
        else:
            printed = " (SITE_PRINT=off leaves files out)" if path.endswith(".pdf") else ""
            shown = address(path)
            mend = f"keep it{printed}, or add to {_PERMALINKS}: address: {shown}, with to: or gone:"
        self._miss(path, given, "it is not there now", mend)

    def _miss(self, path: str, given: Address, what: str, mend: str) -> None:
        name, hash_, anchor = path.partition("#")
        place = f"{LATEST}/{address(name)}{hash_}{anchor}"
        self.lost.append(Problem(place, 0, f"edition {given.edition} has it, and {what}", mend))


def read_rules(root: Path) -> tuple[Rule, ...]:
    """What data/permalinks.yml says.

    Raises:
        ProblemsFound: it cannot be read, or is at fault.
    """
    rules, problems = load_permalinks(Project(root), load_site(root))
    if problems:
        raise ProblemsFound(problems)
    return tuple(rules)


def give_up(keeper: Keeper) -> None:
    """Let addresses without an answer say that their edition was withdrawn."""
    for problem in keeper.lost:
        place = problem.path.removeprefix(f"{LATEST}/")
        if "#" in place:
            continue
        path = f"{place}{INDEX}" if place.endswith("/") or not place else place
        keeper.leads[path] = Lead(reason={})
