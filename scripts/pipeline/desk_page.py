"""The editors' queue as a page of the preview. No build calls this, so it is never published."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from scripts.common.git import days_of_change
from scripts.content.load import Content
from scripts.desk.desk import build_desk
from scripts.pipeline.page_styles import WHOLE
from scripts.pipeline.sender import sender_at
from scripts.web.hashed_names import hashed_path

PAGE = "desk"
_TEMPLATES = "overrides/preview"


def write_desk(content: Content, site: Path, today: date | None = None) -> Path:
    """Write the page into a built site, and return its path.

    Raises:
        ProblemsFound: data/desk.yml is invalid.
    """
    root = content.project.root
    reviewed = sender_at(root).reviewed or ""
    found = build_desk(content, days_of_change(root, "docs"), today or date.today(), reviewed)
    loader = FileSystemLoader(root / _TEMPLATES)
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    html = environment.get_template("desk.html").render(
        desk=found,
        style=hashed_path(site, WHOLE),
        pages={page.path: page for page in content.site.pages},
        reviewed=sum(bool(each.reviewed) for each in found.dates.values()),
    )
    path = site / PAGE / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8", newline="\n")
    return path
