"""What names may be that stand in addresses: of pages, anchors, records, sources and files."""

from __future__ import annotations

import re

# Small letters a–z and digits, in words joined by single hyphens.
SLUG_FORM = "[a-z0-9]+(?:-[a-z0-9]+)*"
SLUG = re.compile(SLUG_FORM)
# Of one name; systems hold some more, and readers copy addresses.
LONGEST_NAME = 80
