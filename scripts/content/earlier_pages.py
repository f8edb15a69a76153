"""Earlier versions of a page, from git; there are none in a copy of the files without git."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.common.git import ask
from scripts.content.pages import SourcePage, parse_page

# More commits than any translation lags behind; each version is a call of git.
_MAX_COMMITS = 60


def earlier_versions(page: SourcePage) -> Iterator[SourcePage]:
    """The committed versions of a page, newest first, across renames."""
    log = ask(page.root, "-c", "core.quotePath=off", "log", "--no-color", "--follow",
              f"--max-count={_MAX_COMMITS}", "--format=%x01%H", "--name-only", "--relative",
              "--", page.path)  # fmt: skip
    for commit in (log or "").split("\x01")[1:]:
        hash_, *paths = filter(None, commit.splitlines())
        text = ask(page.root, "show", f"{hash_}:./{paths[0]}") if paths else None
        if text is not None:
            version, problems = parse_page(text.replace("\r\n", "\n"), page)
            if not problems:
                yield version
