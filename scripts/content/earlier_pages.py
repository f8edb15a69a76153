"""A page as it was, from the history of git; there may be none, as in a copy of the files."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.common.git import ask
from scripts.content.pages import SourcePage, parse_page

# Nobody leaves a translation alone for longer, and each is a call of git.
_MOST = 60


def earlier(page: SourcePage) -> Iterator[SourcePage]:
    """The versions of a page that were committed, the newest first."""
    log = ask(page.root, "-c", "core.quotePath=off", "log", "--no-color", "--follow",
              f"--max-count={_MOST}", "--format=%x01%H", "--name-only", "--relative",
              "--", page.path)  # fmt: skip
    for commit in (log or "").split("\x01")[1:]:
        name, *paths = filter(None, commit.splitlines())
        text = ask(page.root, "show", f"{name}:./{paths[0]}") if paths else None
        if text is not None:
            found, problems = parse_page(text.replace("\r\n", "\n"), page)
            if not problems:
                yield found
