"""The commands that write what editors write. Those that change many files show it, and ask."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound, relative

if TYPE_CHECKING:
    from scripts.editing.draft import Draft

NAMES = ("new", "new-source", "move", "rename-anchor", "remove", "translated", "reviewed")
Yes = Annotated[bool, typer.Option("--yes", help="Change the files without asking.")]
Page = Annotated[
    str, typer.Argument(help="The path of a page, such as metoden/kritikk, or its id.")
]


def commands(root: Path) -> typer.Typer:
    """The commands for the project at `root`.

    What they need is imported when one is called.
    """
    app = typer.Typer()

    @app.command()
    def new(
        path: Annotated[str, typer.Argument(help="Such as metoden/kritikk (without .md).")],
        kind: Annotated[str, typer.Option(help="concept, municipality …")] = "concept",
        url: Annotated[str, typer.Option(help="Its English address, such as method/x.")] = "",
    ) -> None:
        """Begin a page in both languages."""
        from scripts.content.scaffold import new_page

        begun = new_page(Project(root), path, kind, url)
        for written in begun.paths:
            print(f"Wrote {written}.")
        print("Look at title and id, write description and text in both, and add:")
        print(*(f"  {each}" for each in begun.left), sep="\n")
        print("make check names what is missing.")

    @app.command("new-source")
    def new_source(
        text: Annotated[
            str, typer.Argument(help="A DOI, ISBN or address; a file; or - for what is pasted.")
        ],
        id_: Annotated[str, typer.Option("--id", help="The id by which pages cite it.")] = "",
    ) -> None:
        """Begin a record in data/sources.yml: DOI, ISBN, nb.no, BibTeX or RIS."""
        from scripts.editing.left_out import left_out
        from scripts.editing.new_source import new_source as begin_source
        from scripts.editing.pasted_text import text_of
        from scripts.editing.write import write

        text = text_of(text, root, asked=_is_asked())
        draft, ids = begin_source(Project(root), text, id_)
        for written in write(draft):
            cited = ", ".join(f"[@{each}]" for each in ids)
            print(f"Wrote {written}: cite as {cited}. make check tells what is missing.")
        if names := left_out(text):
            print(f"Left out, since records have no place for it: {', '.join(names)}.")

    @app.command()
    def translated(
        pages: Annotated[list[Path] | None, typer.Argument(help="English pages.")] = None,
        section: Annotated[
            list[str] | None, typer.Option(help="Only this section, by its anchor.")
        ] = None,
        everything: Annotated[bool, typer.Option("--all", help="Every English page.")] = False,
    ) -> None:
        """Record that English pages render the Norwegian text as it is now.

        So too where only a typo was mended in the Norwegian text.
        """
        from scripts.content.pages import load_site
        from scripts.content.translation import mark_translated

        names = [relative(path, root) for path in pages or []]
        if bool(names) == everything or (section and len(names) != 1):
            mend = "PAGES=docs/en/… (SECTION=anchor for one part of one page), or ALL=1"
            raise ProblemsFound([Problem("PAGES", 0, "nothing says which pages are meant", mend)])
        marked = mark_translated(load_site(root), names, section or ())
        for name in marked:
            print(f"Marked {name}.")
        where = f" in {', '.join(section)}" if section else ""
        for name in names or ([] if marked else ["docs/en"]):
            if name not in marked:
                print(f"{name}: nothing waits{where}; it was marked already.")
        _tell_faults(root, marked)

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

        _carry_out(move_page(Project(root), old, new, url), yes=yes)
        _print(mentions(root, f"{bare(old)}.md"))

    @app.command()
    def reviewed(
        pages: Annotated[list[str], typer.Argument(help="Pages that somebody went over.")],
    ) -> None:
        """Write the day of today into pages that somebody has gone over."""
        from datetime import date

        from scripts.editing.draft import Draft
        from scripts.editing.reviewed import mark_reviewed
        from scripts.editing.write import write

        draft, paths = Draft(root), [relative(Path(page), root) for page in pages]
        mark_reviewed(draft, paths, date.today())
        written = write(draft)
        for path in written:
            print(f"Reviewed: {path}.")
        for path in sorted({*paths} - {*written}):
            print(f"Reviewed today already: {path}.")

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

        _carry_out(rename(Project(root), page, old, new), yes=yes)
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

        said = {"no": reason_no, "en": reason_en}
        reason = {code: text for code, text in said.items() if text}
        _carry_out(remove_page(Project(root), page, Successor(to, reason, unlink)), yes=yes)
        _print(mentions(root, f"{bare(page)}.md"))

    return app


def _carry_out(draft: Draft, *, yes: bool) -> None:
    """Show what is to change and change it, once somebody has said yes."""
    from scripts.editing.difference import difference
    from scripts.editing.write import write

    print(difference(draft))
    if not yes:
        if not _is_asked():
            print("Nothing was written: say YES=1 (--yes) to have it so.", file=sys.stderr)
            raise typer.Exit(1)
        if not typer.confirm(f"Change {len(draft.texts)} files?"):
            print("Nothing was written.")
            raise typer.Exit(1)
    changed = write(draft)
    print(f"Changed {len(changed)} files. Look at them with git diff; no check finds a new fault.")


def _tell_faults(root: Path, marked: list[str]) -> None:
    """What check finds in pages that were said to render the original."""
    from scripts.checks.run import load_content

    if not marked:
        return
    found = [each for each in load_content(Project(root)).problems if each.path in marked]
    if found:
        print("Marked as it is, but make check finds faults there:")
        print(*(f"  {each}" for each in sorted(set(found))), sep="\n")


def _print(rows: list[str]) -> None:
    for row in rows:
        print(row)


def _is_asked() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()
