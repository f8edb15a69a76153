"""Commands that change many files at once: they show a diff and ask for confirmation."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scripts.common.paths import Project
from scripts.editing.interactive import is_interactive

if TYPE_CHECKING:
    from scripts.editing.draft import Draft

Yes = Annotated[bool, typer.Option("--yes", help="Change the files without asking.")]
Page = Annotated[
    str, typer.Argument(help="The path of a page, such as metoden/kritikk, or its id.")
]


def commands(root: Path) -> typer.Typer:
    """The commands for the project at `root`.

    Each imports what it needs when it is called.
    """
    app = typer.Typer()

    @app.command()
    def move(
        old: Page,
        new: Annotated[str, typer.Argument(help="Its new path, such as om/kritikk.")],
        url: Annotated[str, typer.Option(help="Its English address, such as about/x.")] = "",
        yes: Yes = False,
    ) -> None:
        """Give a page another path in both languages; links, nav and addresses follow."""
        from scripts.editing.mentions import mentions
        from scripts.editing.move_page import move as move_page
        from scripts.editing.names import bare

        _confirm_and_write(move_page(Project(root), old, new, url), yes=yes)
        _print(mentions(root, f"{bare(old)}.md"))

    @app.command("rename-anchor")
    def rename_anchor(
        page: Page,
        old: Annotated[str, typer.Argument(help="The anchor that the heading has.")],
        new: Annotated[str, typer.Argument(help="The anchor that it is to have.")],
        yes: Yes = False,
    ) -> None:
        """Give a heading another anchor in both languages; links and the ledger follow."""
        from scripts.editing.mentions import mentions
        from scripts.editing.rename_anchor import rename_anchor as rename

        _confirm_and_write(rename(Project(root), page, old, new), yes=yes)
        _print(mentions(root, f"#{old.lstrip('#')}"))

    @app.command()
    def remove(
        page: Page,
        to: Annotated[str, typer.Option(help="Where its address leads: page or page#anchor.")] = "",
        reason_no: Annotated[str, typer.Option(help="Why it is gone, in Norwegian.")] = "",
        reason_en: Annotated[str, typer.Option(help="Why it is gone, in English.")] = "",
        unlink: Annotated[bool, typer.Option(help="Links to it become plain text.")] = False,
        yes: Yes = False,
    ) -> None:
        """Take a page away in both languages; its address leads on, or says why not."""
        from scripts.editing.mentions import mentions
        from scripts.editing.names import bare
        from scripts.editing.remove_page import Successor
        from scripts.editing.remove_page import remove as remove_page

        reasons = {"no": reason_no, "en": reason_en}
        reason = {code: text for code, text in reasons.items() if text}
        _confirm_and_write(remove_page(Project(root), page, Successor(to, reason, unlink)), yes=yes)
        _print(mentions(root, f"{bare(page)}.md"))

    return app


def _confirm_and_write(draft: Draft, *, yes: bool) -> None:
    """Show the diff of a draft, and write it once the user has confirmed."""
    from scripts.editing.difference import difference
    from scripts.editing.write import write

    print(difference(draft))
    if not yes:
        if not is_interactive():
            print("Nothing was written: say YES=1 (--yes) to have it so.", file=sys.stderr)
            raise typer.Exit(1)
        if not typer.confirm(f"Change {len(draft.texts)} files?"):
            print("Nothing was written.")
            raise typer.Exit(1)
    changed = write(draft)
    print(f"Changed {len(changed)} files. Look at them with git diff; no check finds a new fault.")


def _print(rows: list[str]) -> None:
    for row in rows:
        print(row)
