"""Takes the words that were added for the search out of the files that excerpts are made from.

A third of a fragment, Pagefind's file of one page's text, is words that no excerpt shows
(documents.py). The index has them already; what counts in the text is only their number, since the
places of all words are counted in it. So each is a full stop there.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from scripts.search.documents import BEGIN, END
from scripts.search.pagefind_file import read_raw, write_raw

_ADDED = re.compile(f"(?<={BEGIN} )[^{END}]*(?= {END})")


def lighten(index: Path) -> None:
    """Rewrite the fragments of an index in place, under the names that Pagefind gave them.

    Raises:
        ValueError: a file does not have the format of Pagefind 1.5.
    """
    for path in sorted((index / "fragment").glob("*.pf_fragment")):
        fragment = json.loads(read_raw(path))
        fragment["content"] = without_added(fragment["content"])
        text = json.dumps(fragment, ensure_ascii=False, separators=(",", ":"))
        write_raw(path, text.encode())


def without_added(content: str) -> str:
    """The text with a full stop for each word that was added."""
    return _ADDED.sub(lambda match: re.sub(r"\S+", ".", match[0]), content)
