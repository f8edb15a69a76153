"""The elements whose columns are so narrow that line breaks need control."""

from __future__ import annotations

import re

# Headings, table cells, menus, and the name of the site in the header.
NARROW = re.compile(
    r"<(h[1-4]|th|td|caption)\b[^>]*>.*?</\1>"
    r'|<nav class="(?:section-nav|toc|pagination|breadcrumb)".*?</nav>'
    r'|<a class="brand".*?</a>',
    re.DOTALL,
)
