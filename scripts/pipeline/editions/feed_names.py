"""Where the feeds of editions lie: outside them, at the root of the branch, for good."""

from __future__ import annotations

# By the code of the language. Pages name them, so that they must be known before any edition.
EDITION_FEEDS = {"no": "utgaver.atom", "en": "editions.atom"}
