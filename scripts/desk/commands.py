"""The command that lists the editors' tasks."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from scripts.common.paths import Project


def commands(root: Path, site_reviewed: Callable[[], str | None]) -> typer.Typer:
    """The command of the project `root`; `site_reviewed` gives the date of the last full review."""
    app = typer.Typer()

    @app.command()
    def desk(
        group: Annotated[str, typer.Option(help="One group alone, such as thin.")] = "",
        most: Annotated[int, typer.Option(min=0, help="Items of each group; 0: all.")] = 10,
        as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    ) -> None:
        """List what waits for editors: the most important first, with path and line."""
        from scripts.checks.run import checked_content
        from scripts.common.git import days_of_change
        from scripts.desk.desk import build_desk
        from scripts.desk.text import chosen, rows

        content = checked_content(Project(root), preview=True)
        days = days_of_change(root, "docs")
        selected = chosen(build_desk(content, days, date.today(), site_reviewed() or ""), group)
        if as_json:
            print(json.dumps(selected.as_data(), ensure_ascii=False, indent=1))
        else:
            print("\n".join(rows(selected, 0 if group else most)))

    return app
