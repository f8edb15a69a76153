"""Where else something is named: in texts for people, and in code, which no command changes."""

from __future__ import annotations

from pathlib import Path

from scripts.common.git import ask

_MOST = 12
# What people read; all else belongs to whoever looks after the code.
_TEXTS = (".md", ".txt", ".rst")
_CODE = ("scripts/", "tests/", "overrides/", "hosting/")


def mentions(root: Path, name: str) -> list[str]:
    """What to tell of the places outside of docs/ and data/ that name something, row by row.

    Texts by `path:line`, since an editor may mend them; code and its tests by their number, since
    a name in an example there is no fault. Nothing where there is no git.
    """
    found = ask(root, "grep", "--line-number", "--fixed-strings", "--word-regexp", "-I", "-e", name,
                "--", ".", ":!docs", ":!data", ":!mkdocs.yml", ":!CHANGELOG.md")  # fmt: skip
    rows = [row.split(":", 2)[:2] for row in (found or "").splitlines()]
    texts = [
        f"  {path}:{line}"
        for path, line in rows
        if path.endswith(_TEXTS) and not path.startswith(_CODE)
    ]
    code, said = len(rows) - len(texts), list[str]()
    if texts:
        said = ["Named in these too: mend them by hand where it is no mere example."]
        said += texts[:_MOST]
    if code:
        places = "place" if code == 1 else "places"
        said.append(f"Code and tests name it in {code} {places}: nothing for an editor to do.")
    return said
