"""A project of ten pages with the real templates, styles, scripts and settings.

For promises about building that the number of pages has no part in: a build takes seconds.
"""

import shutil
from pathlib import Path

from scripts.content.pages import load_site
from scripts.content.translation import mark_translated
from tests.unit.projects import ROOT, good_project

PAGES = 10
GLOSSARY = """\
---
title: {title}
id: glossary
kind: list
description: "Messages of the field, each with what is meant by it here, and where it comes from."
{url}---

{{{{ glossary }}}}
"""


def small_site(folder: Path) -> Path:
    """The project, in a folder that is not there yet; it passes every check."""
    project = good_project(folder).root
    for part in ("overrides", "docs/assets", "data/csl"):
        shutil.copytree(ROOT / part, project / part, dirs_exist_ok=True)
    shutil.copytree(ROOT / "scripts", project / "scripts")
    shutil.copy(ROOT / "data" / "norway.json", project / "data")
    real, small = (root / "mkdocs.yml" for root in (ROOT, project))
    whole, _, _ = real.read_text(encoding="utf-8").partition("\nnav:\n")
    _, _, nav = small.read_text(encoding="utf-8").partition("\nnav:\n")
    small.write_text(f"{whole}\nnav:\n{nav}  - ordliste.md\n", encoding="utf-8")
    # A page that terms are linked to.
    for code, title, url in (("no", "Ordliste", ""), ("en", "Glossary", "url: glossary/\n")):
        text = GLOSSARY.format(title=title, url=url)
        (project / f"docs/{code}/ordliste.md").write_text(text, encoding="utf-8")
    mark_translated(load_site(project), [])
    return project
