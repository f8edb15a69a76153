"""Notices that an edition would be made for another address than the editions before it.

All its pages, PDFs and QR codes hold the address, and editions do not change: a slip in SITE_URL
would stay. So it is told before anything is built.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from scripts.common.git import ask
from scripts.common.problems import Problem
from scripts.content.addresses import is_of_this_machine
from scripts.pipeline.editions.listing import Editions
from scripts.pipeline.editions.origin import Start
from scripts.pipeline.editions.record import EDITION


def moved_problems(
    root: Path, start: Start, editions: Editions, version: str, address: str
) -> list[Problem]:
    """A problem if `address` is not that of this edition, or of the latest if it is a new one.

    Editions that were made for trial on a machine, or before records were kept, tell nothing.
    """
    before = version if version in editions.numbers else editions.latest
    known = _address_of(root, start, before) if before else ""
    if not known or known == address or is_of_this_machine(known):
        return []
    what = f"edition {before} was published for {known}, and SITE_URL is {address}"
    remedy = f"set SITE_URL={known}; if the site has moved, add --yes (make: YES=1)"
    return [Problem("SITE_URL", 0, what, remedy)]


def _address_of(root: Path, start: Start, version: str) -> str:
    text = ask(root, "show", f"{start.base}:{version}/{EDITION}") or ""
    with suppress(ValueError, AttributeError):
        return str(json.loads(text).get("site_url") or "")
    return ""
