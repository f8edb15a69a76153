"""Whether an English page still renders the Norwegian text that stands there.

An English page records a hash of the original it was made from. A hash, and not
a date: a corrected comma in the translation must not hide that the original has
moved on.
"""

from __future__ import annotations

import hashlib
import re

from scripts.common.problems import Problem, ProblemsFound
from scripts.content.pages import Site, SourcePage
from scripts.language.locales import ENGLISH, NORWEGIAN

CURRENT, OUTDATED, UNMARKED, ORIGINAL = "current", "outdated", "unmarked", "original"


def fingerprint(original: SourcePage) -> str:
    """Twelve hex digits of the text that readers see: title, description, body."""
    seen = "\n".join([original.title, original.text("description"), original.body])
    words = re.sub(r"\s+", " ", seen).strip()
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def state(page: SourcePage, site: Site) -> str:
    """`original`, `current`, `outdated`, or `unmarked` when no hash is recorded.

    What is written in one language alone is an original in that language.
    """
    if page.locale is NORWEGIAN or page.only:
        return ORIGINAL
    original = site.of(NORWEGIAN).get(page.key)
    recorded = str(page.meta.get("original", ""))
    if original is None or not recorded:
        return UNMARKED
    return CURRENT if recorded == fingerprint(original) else OUTDATED


def record_original(text: str, digest: str) -> str:
    """The text of an English page with `original:` set in its front matter."""
    line = f'original: "{digest}"'
    front = re.compile(r"\A(\ufeff?---[ \t]*\n.*?)^(---[ \t]*)$", re.DOTALL | re.MULTILINE)

    def record(match: re.Match[str]) -> str:
        head, found = re.subn(r"^original:.*$", line, match[1], count=1, flags=re.MULTILINE)
        return head + match[2] if found else f"{head}{line}\n{match[2]}"

    return front.sub(record, text, count=1)


def mark_translated(site: Site, paths: list[str]) -> list[str]:
    """Record the present original in English pages: in those of `paths`, or in all.

    Returns:
        The paths that were changed, relative to the project.

    Raises:
        ProblemsFound: a page cannot be read, or a path is no English page; nothing is
            written then.
    """
    changed = []
    originals = site.of(NORWEGIAN)
    english = [page for page in site.of(ENGLISH).values() if page.key in originals]
    mend = "name a page in docs/en that has a Norwegian twin"
    unknown = sorted(set(paths) - {page.path for page in english})
    problems = [Problem(path, 0, "this is no translated page", mend) for path in unknown]
    if site.problems or problems:
        raise ProblemsFound([*site.problems, *problems])
    for page in english:
        if paths and page.path not in paths:
            continue
        path = site.root / page.path
        before = path.read_text(encoding="utf-8-sig")
        after = record_original(before, fingerprint(originals[page.key]))
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
            changed.append(page.path)
    return changed
