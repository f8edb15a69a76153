"""Where else something is named: in code and in texts for developers, which no command changes."""

from __future__ import annotations

from pathlib import Path

from scripts.common.git import ask

_MOST = 12


def mentions(root: Path, name: str) -> list[str]:
    """`path:line` of each place outside of docs/ and data/, none where there is no git."""
    found = ask(root, "grep", "--line-number", "--fixed-strings", "--word-regexp", "-I", "-e", name,
                "--", ".", ":!docs", ":!data", ":!mkdocs.yml", ":!CHANGELOG.md")  # fmt: skip
    places = [":".join(row.split(":", 2)[:2]) for row in (found or "").splitlines()]
    return places[:_MOST]
