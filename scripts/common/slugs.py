"""The form of slugs: names of pages, anchors, records, sources and files that occur in URLs."""

from __future__ import annotations

import re

# Lower-case a–z and digits, in words joined by single hyphens.
SLUG_FORM = "[a-z0-9]+(?:-[a-z0-9]+)*"
SLUG = re.compile(SLUG_FORM)
# In characters, per name: file systems allow more, but readers copy addresses.
LONGEST_NAME = 80
