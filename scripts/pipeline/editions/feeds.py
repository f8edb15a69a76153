"""The feeds at the root of the branch, one per language: editions added, mended, withdrawn."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Any

from scripts.common.git import GitFailed
from scripts.content.permanent_ids import LATEST
from scripts.language.formats import written_date
from scripts.language.locales import Locale
from scripts.language.messages import Messages
from scripts.pipeline.editions.feed_names import EDITION_FEEDS
from scripts.pipeline.editions.front_door import languages
from scripts.pipeline.editions.notices import withdrawn_text
from scripts.pipeline.editions.numbers import order
from scripts.pipeline.editions.preflight import site_address, site_setting
from scripts.pipeline.editions.record import EDITION, MENDED
from scripts.pipeline.editions.run import Run
from scripts.web.atom import Entry, Feed, atom, timestamp, urn_of


def edition_feeds(
    root: Path, run: Run, commit: str, numbers: Iterable[str], withdrawn: Mapping[str, str]
) -> dict[str, str]:
    """The feeds by path, relative to the root of the branch.

    Args:
        root: The project.
        run: Reads the branch.
        commit: The commit to read the editions from.
        numbers: The available editions.
        withdrawn: The withdrawn editions with their dates.

    Raises:
        ProblemsFound: the interface messages cannot be read.
    """
    address = site_address(root)
    days = {number: _days(run, commit, number) for number in numbers}
    feeds = {}
    for locale, words in languages(root):
        entries = [_standing(number, days[number], address, locale, words) for number in days]
        entries += [
            _withdrawn(number, day, address, locale, words) for number, day in withdrawn.items()
        ]
        title = words("feeds.of-editions")
        feed = Feed(
            id=urn_of(locale.lang, "editions"),
            title=title,
            lang=locale.lang,
            own=address + EDITION_FEEDS[locale.code],
            address=f"{address}{LATEST}/{locale.prefix}",
            author=str(site_setting(root, "publisher") or "") or title,
            entries=sorted(entries, key=lambda entry: entry.updated, reverse=True),
        )
        if entries:
            feeds[EDITION_FEEDS[locale.code]] = atom(feed)
    return feeds


def _standing(
    number: str, days: list[str], address: str, locale: Locale, words: Messages
) -> Entry:  # fmt: skip
    first, *mends = days
    text = words("feeds.edition").format(edition=number, date=written_date(first[:10], locale.code))
    for day in mends:
        text += f" {words('feeds.mended').format(date=written_date(day, locale.code))}"
    return _entry(number, text, max(map(timestamp, days)), address, locale, words)


def _withdrawn(number: str, day: str, address: str, locale: Locale, words: Messages) -> Entry:
    text = withdrawn_text(number, day, words, locale)
    return _entry(number, text, timestamp(day), address, locale, words)


def _entry(
    number: str, text: str, updated: str, address: str, locale: Locale, words: Messages
) -> Entry:  # fmt: skip
    return Entry(
        id=urn_of(locale.lang, "edition", ".".join(map(str, order(number)))),
        title=f"{words('edition')} {number}",
        address=f"{address}{number}/{locale.prefix}",
        updated=updated,
        html=f"<p>{escape(text)}</p>",
    )


def _days(run: Run, commit: str, number: str) -> list[str]:
    """The date of an edition's source commit, and the date of each mend.

    An old edition without metadata has the date of its last commit on the branch.
    """
    date = _read(run, f"{commit}:{number}/{EDITION}").get("date")
    made = str(date or run.git("log", "-1", "--format=%cI", commit, "--", number))
    mends = _read(run, f"{commit}:{number}/{MENDED}").get("mends", [])
    return [made, *(str(mend["date"]) for mend in mends)]


def _read(run: Run, place: str) -> dict[str, Any]:
    """A JSON file of the branch; empty if it is missing or corrupted by hand."""
    with suppress(GitFailed, ValueError):
        value = json.loads(run.git("show", place))
        return value if isinstance(value, dict) else {}
    return {}
