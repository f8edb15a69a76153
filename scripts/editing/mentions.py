"""Other mentions of a name, in documentation and in code, which no command changes."""

from __future__ import annotations

from pathlib import Path

from scripts.common.git import ask

_MOST = 12
# Documentation; every other file counts as code.
_TEXTS = (".md", ".txt", ".rst")
_CODE = ("scripts/", "tests/", "overrides/", "hosting/")


def mentions(root: Path, name: str) -> list[str]:
    """A report, line by line, of mentions outside of docs/ and data/.

    Documentation is listed by `path:line`, since an editor may fix it; mentions in code and tests
    are only counted, since they may be examples. Empty without git.
    """
    hits = ask(root, "grep", "--line-number", "--fixed-strings", "--word-regexp", "-I", "-e", name,
                "--", ".", ":!docs", ":!data", ":!mkdocs.yml", ":!CHANGELOG.md")  # fmt: skip
    rows = [row.split(":", 2)[:2] for row in (hits or "").splitlines()]
    texts = [
        f"  {path}:{line}"
        for path, line in rows
        if path.endswith(_TEXTS) and not path.startswith(_CODE)
    ]
    code, report = len(rows) - len(texts), list[str]()
    if texts:
        report = ["Named in these too: mend them by hand where it is no mere example."]
        report += texts[:_MOST]
    if code:
        places = "place" if code == 1 else "places"
        report.append(f"Code and tests name it in {code} {places}: nothing for an editor to do.")
    return report
