"""Frames the summary of a page, so that the answer is seen before the reasons."""

from __future__ import annotations

import re

_SUMMARY = re.compile(r'<h2 id="in-short".*?(?=<h2[ >]|\Z)', re.DOTALL)


def frame_summary(html: str) -> str:
    """The HTML of a page with its section "in-short" in a box of its own."""
    return _SUMMARY.sub(lambda match: f'<div class="in-short">{match.group()}</div>\n', html, 1)
