"""The command that checks the addresses of the sources. No build makes such requests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound, did_you_mean

if TYPE_CHECKING:
    from scripts.common.yaml_lines import YamlText
    from scripts.content.records import SourceAddress
    from scripts.content.sources import Source

_SOURCES = "data/sources.yml"
_STATES = ("ok", "moved", "gone", "lies", "unreachable", "blocked")


def commands(root: Path) -> typer.Typer:
    """The command for the project at `root`; it imports what it needs when it is called."""
    app = typer.Typer()

    @app.command()
    def sources(
        only: Annotated[
            list[str] | None, typer.Argument(help="Ids of sources; all, when left out.")
        ] = None,
        days: Annotated[
            int, typer.Option(min=0, help="Leave out those tried in the last days.")
        ] = 30,
        archive: Annotated[
            bool, typer.Option("--archive", help="Ask the Internet Archive for copies too.")
        ] = False,
        hosts: Annotated[int, typer.Option(min=1, max=20, help="Hosts side by side.")] = 6,
        pause: Annotated[
            float, typer.Option(min=1.0, help="Seconds between two requests to one host.")
        ] = 2.0,
    ) -> None:
        """Try the address of each source, and write what was seen and when."""
        from scripts.content.sources import load_sources
        from scripts.link_check.client import Client
        from scripts.link_check.politeness import PoliteClient
        from scripts.link_check.rows import PATH, due, read_rows
        from scripts.link_check.run import Checker
        from scripts.link_check.web_archive import Archive

        project, today = Project(root), date.today()
        known, parsed, problems = load_sources(project)
        if problems:
            raise ProblemsFound(problems)
        wanted = due(_chosen(known, only or []), read_rows(project), today, 0 if only else days)
        if not wanted:
            print(f"Every address was tried in the last {days} days. DAYS=0 tries them again.")
            return
        client = PoliteClient(Client(), pause)
        checker = Checker(
            project, known, client, today, Archive(client) if archive else None, hosts
        )
        outcome = checker.run(wanted)
        for line in summary(outcome.rows, known, parsed):
            print(line)
        if outcome.archive_is_silent:
            print("The archive answers nothing that can be read; it was asked no more.")
        if not outcome.has_network:
            rest = "Nothing was written" if not outcome.rows else "No more was written"
            print(f"No host answers: there seems to be no network. {rest}.")
        if outcome.is_cut_short:
            print(f"Stopped. What was seen stands in {PATH}; the next run goes on from there.")
        if outcome.is_cut_short or not outcome.has_network:
            raise typer.Exit(130 if outcome.is_cut_short else 1)

    return app


def _chosen(known: Mapping[str, Source], ids: list[str]) -> Mapping[str, Source]:
    """The sources with these ids, all sources if there are none.

    Raises:
        ProblemsFound: an id is unknown, or its source has no address.
    """
    problems = [
        Problem("ID", 0, f'no source has the id "{id_}"', did_you_mean(id_, known) or "look it up")
        for id_ in ids
        if id_ not in known
    ]
    problems += [
        Problem("ID", 0, f'the source "{id_}" has no URL', f"give it one in {_SOURCES}")
        for id_ in ids
        if id_ in known and "URL" not in known[id_].record
    ]
    if problems:
        raise ProblemsFound(problems)
    return {id_: known[id_] for id_ in ids} or known


def summary(
    rows: Mapping[str, SourceAddress], known: Mapping[str, Source], parsed: YamlText
) -> Iterator[str]:
    """The number of sources per state, and a line on each address that needs an editor."""
    from scripts.content.source_addresses import FAILED

    counts: Counter[str] = Counter(row["state"] for row in rows.values())
    totals = ", ".join(f"{counts[state]} {state}" for state in _STATES if counts[state])
    if totals:
        yield f"{len(rows)} sources: {totals}."
    lines = {id_: parsed.line((number, "URL")) for number, id_ in enumerate(known)}
    for id_, row in rows.items():
        place = f"{_SOURCES}:{lines[id_]}"
        if row["state"] == "moved":
            fix = f"see whether the text stands there, and write URL: {row['to']}"
            yield f"{place}: {id_} moved – {fix}"
        elif row["state"] in FAILED:
            kept = row.get("archived") or known[id_].record.get("archived")
            remedy = "look for the text, or a copy of it"
            fix = f"readers are led to {kept}" if kept else remedy
            yield f"{place}: {id_} is {row['state']} – {fix}"
