"""Where columns are so narrow that words and figures need help at the end of a line."""

from __future__ import annotations

import re

# Headings, cells of tables, menus, and the name of the site beside its buttons.
NARROW = re.compile(
    r"<(h[1-4]|th|td|caption)\b[^>]*>.*?</\1>"
    r'|<nav class="(?:section-nav|toc|pagination|breadcrumb)".*?</nav>'
    r'|<a class="brand".*?</a>',
    re.DOTALL,
)
