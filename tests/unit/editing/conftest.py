"""A project whose pages link to each other in every way, in both languages, all translated."""

import shutil

import pytest

from scripts.common.paths import Project
from scripts.content.pages import load_site
from scripts.content.translation import CURRENT, ORIGINAL, mark_translated, translation_status
from scripts.editing.write import write
from tests.unit.projects import edit, good_project, problems_of

ALONE = """---
title: Local government
id: local-government
kind: about
description: "How Norwegian municipalities are run, for readers who come from another country."
url: about/local-government/
only: "Readers in Norway know this."
nearest: history
---

See [the history](../metoden/historie.md#beginning) [@editorial].

![The wheel](../assets/images/wheel.svg)
"""


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    """The good project with links of every kind to its history, and a page in English alone."""
    project = good_project(tmp_path_factory.mktemp("linked") / "project")
    for code, word in (("no", "historien"), ("en", "the history")):
        town, history = (
            f"docs/{code}/{key}.md" for key in ("kommuner/steinkjer", "metoden/historie")
        )
        for anchor in ("in-short", "results"):
            add(
                project,
                town,
                anchor,
                f"Se [{word}](../metoden/historie.md#beginning) [@editorial].",
            )
        itself = f"[{word}](#beginning), [{word}](historie.md#before), [{word}](../index.md)"
        add(project, history, "in-short", f"Se {itself} [@editorial].")
        add(project, history, "in-short", "![Hjulet](../assets/images/wheel.svg) [@editorial]")
    file = project.root / "docs/en/om/kommunen.md"
    file.parent.mkdir()
    file.write_text(ALONE, encoding="utf-8")
    edit(project, "mkdocs.yml", "  - Kommuner:\n", "  - om/kommunen.md\n  - Kommuner:\n")
    (project.data / "permalinks.yml").write_text("# What moved.\n\n[]\n", encoding="utf-8")
    mark_translated(load_site(project.root), [])
    assert problems_of(project) == []
    return project


@pytest.fixture
def linked(made_once, tmp_path):
    """A copy of it to change, with what was read of its data."""
    return Project(shutil.copytree(made_once.root, tmp_path / "project"))


def add(project, path: str, anchor: str, text: str) -> None:
    """Put a paragraph at the top of a section."""
    row = next(
        row
        for row in (project.root / path).read_text(encoding="utf-8").splitlines()
        if f"{{ #{anchor}" in row
    )
    edit(project, path, f"{row}\n", f"{row}\n\n{text}\n")


def text_of(project, path: str) -> str:
    return (project.root / path).read_text(encoding="utf-8")


def carried_out(project, draft) -> list[str]:
    """What was changed; all checks pass, and no translation lags for it."""
    changed = write(draft)
    assert problems_of(project) == []
    site = load_site(project.root)
    assert {translation_status(page, site) for page in site.pages} <= {CURRENT, ORIGINAL}
    assert not list(project.root.rglob("*.being-written"))
    assert not list((project.root / ".cache").glob("trial-*"))
    return changed
