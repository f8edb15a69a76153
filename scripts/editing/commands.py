"""Commands that scaffold pages and sources, and mark pages as translated or reviewed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound, relative
from scripts.editing import moving_commands
from scripts.editing.interactive import is_interactive


def commands(root: Path) -> typer.Typer:
    """The commands for the project at `root`.

    Each imports what it needs when it is called.
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

        page = new_page(Project(root), path, kind, url)
        for written in page.paths:
            print(f"Wrote {written}.")
        print("Look at title and id, write description and text in both, and add:")
        print(*(f"  {each}" for each in page.left), sep="\n")
        print("make check names what is missing.")

    @app.command("new-source")
    def new_source(
        text: Annotated[
            str, typer.Argument(help="A DOI, ISBN or address; a file; or - for what is pasted.")
        ],
        id_: Annotated[str, typer.Option("--id", help="The id by which pages cite it.")] = "",
    ) -> None:
        """Begin a record in data/sources.yml: DOI, ISBN, address, BibTeX, RIS, CSL-JSON."""
        from scripts.editing.left_out import institutions, left_out
        from scripts.editing.new_source import bare_dois, whole_reference
        from scripts.editing.new_source import new_source as begin_source
        from scripts.editing.pasted_text import text_of
        from scripts.editing.write import write

        text = text_of(text, root, asked=is_interactive())
        draft, ids = begin_source(Project(root), text, id_)
        for written in write(draft):
            cited = ", ".join(f"[@{each}]" for each in ids)
            print(f"Wrote {written}: cite as {cited}. make check tells what is missing.")
        print(*map(whole_reference, bare_dois(text)), sep="", end="")
        if names := left_out(text):
            print(f"Left out, since records have no place for it: {', '.join(names)}.")
        if names := institutions(text):
            print(f"Read as institutions; write family and given of people: {', '.join(names)}.")

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
        names = [relative(path, root) for path in pages or []]
        if bool(names) == everything or (section and len(names) != 1):
            fix = "PAGES=docs/en/… (SECTION=anchor for one part of one page), or ALL=1"
            raise ProblemsFound([Problem("PAGES", 0, "nothing says which pages are meant", fix)])
        _mark_translated(root, names, section or [])

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

    app.add_typer(moving_commands.commands(root))
    return app


def _mark_translated(root: Path, names: list[str], section: list[str]) -> None:
    """Mark pages (all outdated ones if `names` is empty), and print which were marked."""
    from scripts.content.pages import load_site
    from scripts.content.translation import mark_translated

    marked = mark_translated(load_site(root), names, section)
    for name in marked:
        print(f"Marked {name}.")
    where = f" in {', '.join(section)}" if section else ""
    for name in names or ([] if marked else ["docs/en"]):
        if name not in marked:
            print(f"{name}: nothing waits{where}; it was marked already.")
    _print_problems(root, marked)


def _print_problems(root: Path, marked: list[str]) -> None:
    """Print the problems in pages that were just marked."""
    from scripts.checks.run import load_content

    if not marked:
        return
    problems = [each for each in load_content(Project(root)).problems if each.path in marked]
    if problems:
        print("Marked as it is, but make check finds faults there:")
        print(*(f"  {each}" for each in sorted(set(problems))), sep="\n")
