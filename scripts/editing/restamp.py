"""Keeps translations up to date where only links or anchors of the original changed.

An updated link or a renamed anchor requires no new translation.
"""

from __future__ import annotations

from collections.abc import Mapping

from scripts.content.pages import Site
from scripts.content.translation import record_original, recorded_stamps, restamped
from scripts.editing.draft import Draft
from scripts.language.locales import ENGLISH, NORWEGIAN


def restamp(
    draft: Draft, site: Site, after: Site, headings: Mapping[str, Mapping[str, str]] | None = None
) -> None:
    """Renew the stamps of translations whose original the draft changes; outdated ones stay so.

    Args:
        draft: The changes, to which the new stamps are added.
        site: The pages before the changes.
        after: The pages after the changes.
        headings: Old anchor -> new anchor, by the key of the page.
    """
    originals = {page.path: page for page in site.of(NORWEGIAN).values()}
    for key, original in after.of(NORWEGIAN).items():
        counterpart = after.of(ENGLISH).get(key)
        before = originals.get(draft.renamed.get(original.path, original.path))
        if before is None or counterpart is None or not recorded_stamps(counterpart):
            continue
        stamps = restamped(counterpart, before, original, (headings or {}).get(before.key, {}))
        if stamps != recorded_stamps(counterpart):
            draft.put(counterpart.path, record_original(draft.text(counterpart.path), stamps))
