"""The permanent paths of the feeds of editions, at the root of the branch."""

from __future__ import annotations

# By language code. Pages link to them, so they must be known before the first edition.
EDITION_FEEDS = {"no": "utgaver.atom", "en": "editions.atom"}
