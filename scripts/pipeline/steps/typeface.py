"""Lets long pages show their text before their typeface.

A server sends what fits into ten packets at once (RFC 6928) and waits for an answer before
it sends the rest, which on a slow line takes 150 ms. Files that the page preloads would
share the line with text that the reader is waiting for, and browsers would hold that text
back for them. What the mark does instead is told in overrides/partials/head.html.
"""

from __future__ import annotations

import re
import zlib
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from scripts.pipeline.steps.common import is_inner_build

# Ten packets of 1,460 bytes, less the head of the answer, hold 14,000 bytes; a page that is
# 16,000 with gzip, which is quick enough for each build, is that with brotli, as hosts send it.
AT_ONCE = 16_000
MARK = "data-text-first"
_ROOT = re.compile(r"(<html [^>]*)>")
_PRELOAD = re.compile(r'<link rel="preload" [^>]*as="font"[^>]*>\n')


@event_priority(-206)
def on_post_build(config: MkDocsConfig) -> None:
    """After scripts/pipeline/steps/styles.py, whose part of each page counts as well."""
    if is_inner_build(config):
        return
    for path in Path(config.site_dir).rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if is_long(text):
            marked = _ROOT.sub(rf"\1 {MARK}>", _PRELOAD.sub("", text), count=1)
            path.write_text(marked, encoding="utf-8")


def is_long(page: str) -> bool:
    """Whether the HTML of a page, packed, is more than a server sends at once."""
    return len(zlib.compress(page.encode(), 9)) > AT_ONCE
