"""Reads the lines of an agenda from the table on a phase's page."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.content.markdown import sections
from scripts.content.pages import SourcePage
from scripts.content.statements import ROW, blocks
from scripts.content.table_rows import cells

# The anchor of the section whose table is an agenda.
AGENDA = "workshop"


@dataclass(frozen=True)
class AgendaLine:
    """One table row: its line number in the file and its cells, of which minutes and name first."""

    line: int
    cells: tuple[str, ...]

    @property
    def name(self) -> str:
        """What is done, in a few words."""
        return self.cells[1] if len(self.cells) > 1 else ""


def agenda_lines(page: SourcePage) -> list[AgendaLine] | None:
    """The lines of a page's agenda in order, None if the page has no such section."""
    section = next((s for s in sections(page.body, page.body_line) if s.anchor == AGENDA), None)
    if section is None:
        return None
    return [
        AgendaLine(row.line, tuple(cells(row.text.strip())))
        for row in blocks(section.text, section.line)
        if row.kind == ROW
    ]
