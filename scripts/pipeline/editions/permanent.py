"""Permanent addresses (`id/…` at the root of the branch), kept forever.

An edition lists its ids in `data/ids.json`. `addresses.json` carries them on, with every id of
earlier editions that is gone, so that the editions themselves are the ledger. Each id redirects
to the newest edition, or explains why not; none is removed or reused. An unchanged target gives
an identical file, which git stores once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.content.permalinks import Rule
from scripts.content.permanent_ids import (
    FOLDER,
    LATEST,
    PermanentId,
    ids_of,
    refused_changes,
    rule_lookup,
)
from scripts.language.locales import LOCALES, Locale
from scripts.language.messages import Messages
from scripts.open_data.export import FOLDER as DATA
from scripts.open_data.id_index import NAME
from scripts.pipeline.editions.branch import entries
from scripts.pipeline.editions.front_door import languages
from scripts.pipeline.editions.notices import withdrawn_text
from scripts.pipeline.editions.numbers import NUMBER, order
from scripts.pipeline.editions.record import ADDRESSES, read_json
from scripts.pipeline.editions.run import Run
from scripts.web.permalink_pages import UP, Lead, PermalinkPages

# An id in `addresses.json`: kind, page, anchor, places by language, and, if it is gone,
# `last_in`, the newest edition that had it.
Entry = dict[str, Any]


class PermanentIds:
    """Every id ever published, and its current target.

    Args:
        root: The project.
        now: The ids of the newest edition, or of the one being published.
        ever: The ids of each edition on the branch, oldest first.
        rules: The rules in data/permalinks.yml.
    """

    def __init__(
        self, root: Path, now: dict[str, Entry], ever: dict[str, dict[str, Entry]],
        rules: Iterable[Rule],
    ) -> None:  # fmt: skip
        self._project = Project(root)
        self._now = now
        self._ever = ever
        self._rules = list(rules)
        self._told = rule_lookup(self._rules)

    @cached_property
    def known(self) -> dict[str, PermanentId]:
        """The content published under each id, according to the newest edition that has it."""
        known: dict[str, PermanentId] = {}
        for number, ids in self._ever.items():
            known |= ids_of({"ids": ids}, number)
        return known

    def problems(self, *, is_newest: bool = True) -> list[Problem]:
        """Ids that would change their meaning and, in the newest edition, those without a target.

        An older edition may have ids that newer ones lack.
        """
        known = self.known
        if not is_newest:
            shared = known.keys() & self._now.keys()
            known = {id_: replace(known[id_], is_gone=False) for id_ in shared}
        now = ids_of({"ids": self._now})
        return [
            Problem(f"{FOLDER}/{each.id}/", 0, f"edition {each.edition} has it: {what}", remedy)
            for each, what, remedy in refused_changes(known, now, self._rules)
        ]

    def listed(self, *, is_newest: bool = True) -> dict[str, Entry]:
        """For `addresses.json`: the ids of the edition, and those of others that it lacks."""
        if not is_newest:
            return self._now
        gone: dict[str, Entry] = {}
        for number, ids in self._ever.items():
            gone |= {id_: {"last_in": number, **each} for id_, each in ids.items()}
        return {id_: each for id_, each in gone.items() if id_ not in self._now} | self._now

    def files(
        self, standing: Iterable[str], withdrawn: Mapping[str, str] | None = None
    ) -> dict[str, str]:
        """The files of all ids by path, relative to the root.

        Args:
            standing: The available editions.
            withdrawn: The dates of withdrawn editions.
        """
        readable, ids = set(standing), sorted({*self._now, *self.known})
        return self._made({id_: self._leads(id_, readable, withdrawn or {}) for id_ in ids})

    def new_files(self, version: str) -> dict[str, str]:
        """The redirects of ids that only a late edition has; they lead to that edition.

        The shared script and styles stay those of the newest, whose tree is not available here.
        """
        new = self._now.keys() - self.known.keys()
        pages = self._made({id_: _at(version, self._now[id_]) for id_ in sorted(new)})
        return {path: text for path, text in pages.items() if path.endswith(".html")}

    def _made(self, leads: Mapping[str, list[Lead]]) -> dict[str, str]:
        if not leads:
            return {}
        words = {locale.lang: t for locale, t in self._languages}
        pages = PermalinkPages(self._project, words)
        return pages.shared() | dict(pages.file(id_, each) for id_, each in leads.items())

    @cached_property
    def _languages(self) -> list[tuple[Locale, Messages]]:
        return languages(self._project.root)

    def _leads(self, id_: str, readable: set[str], withdrawn: Mapping[str, str]) -> list[Lead]:
        if id_ in self._now:
            return _at(LATEST, self._now[id_])
        rule = self._told(self.known[id_])
        if rule and rule.to in self._now:
            return _at(LATEST, self._now[rule.to], rule.to_anchor)
        editions = [number for number, ids in self._ever.items() if id_ in ids]
        standing = [
            number
            for number in editions
            if number in readable and "last_in" not in self._ever[number][id_]
        ]
        if standing and not rule:
            return _at(standing[-1], self._ever[standing[-1]][id_])
        before = standing[-1] if standing else ""
        entry = self._ever[before or editions[-1]][id_]
        number = str(entry.get("last_in", editions[-1]))
        return [
            self._gone(locale, t, rule, before, entry, (number, withdrawn.get(number, "")))
            for locale, t in self._languages
        ]

    def _gone(
        self, locale: Locale, t: Messages, rule: Rule | None, before: str, entry: Entry,
        withdrawn: tuple[str, str],
    ) -> Lead:  # fmt: skip
        """The explanation for an id that is gone, in one language.

        Args:
            locale: The language.
            t: Its interface messages.
            rule: The reason, if there is one.
            before: The edition in which it can still be read, "" if none.
            entry: The id's last entry.
            withdrawn: The last edition that had it, and the date of its withdrawal.
        """
        title, text = t("gone"), rule.gone.get(locale.code, "") if rule else ""
        number, day = withdrawn
        if day and not text:
            title, text = t("withdrawn"), withdrawn_text(number, day, t, locale)
        place = entry["places"].get(locale.lang) or next(iter(entry["places"].values()))
        link = f"{UP}{before}/{place['url']}" if before else ""
        home = f"{UP}{LATEST}/{locale.prefix}"
        return Lead(locale.lang, title, text=text, edition=before, before=link, home=home)


def _at(folder: str, entry: Entry, anchor: str = "") -> list[Lead]:
    """Links to the places of an id in an edition, by language."""
    end = f"#{anchor}" if anchor else ""
    return [
        Lead(lang, place["title"], f"{UP}{folder}/{place['url']}{end}")
        for lang, place in entry["places"].items()
    ]


def ids_in(site: Path) -> dict[str, Entry]:
    """The ids of a built site, from its `data/ids.json`."""
    return {
        each["id"]: {
            **{key: each[key] for key in ("kind", "page", "anchor")},
            "places": {locale.lang: each[locale.lang] for locale in LOCALES if locale.lang in each},
        }
        for each in read_json(site / DATA / NAME).get("ids", [])
    }


def ids_published(run: Run, base: str | None) -> dict[str, dict[str, Entry]]:
    """The ids of every edition on the branch, withdrawn ones too, oldest first."""
    numbers = [name for name in entries(run, base) if NUMBER.fullmatch(name)]
    return {number: _of_edition(run, base, number) for number in sorted(numbers, key=order)}


def _of_edition(run: Run, base: str | None, number: str) -> dict[str, Entry]:
    if ADDRESSES not in run.git("ls-tree", "--name-only", f"{base}:{number}").splitlines():
        return {}
    with suppress(ValueError, KeyError, TypeError, AttributeError):  # corrupted by hand
        listed: Mapping[str, Any] = json.loads(run.git("show", f"{base}:{number}/{ADDRESSES}"))
        ids_of(listed)
        return dict(listed.get("ids", {}))
    return {}


def ids_at(run: Run, base: str | None, number: str) -> dict[str, Entry]:
    """The ids of an edition itself, without those of earlier editions."""
    ids = _of_edition(run, base, number)
    return {id_: each for id_, each in ids.items() if "last_in" not in each}
