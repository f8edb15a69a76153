"""The document of a tool: how it is used on the first page, its form on the next."""

from __future__ import annotations

from scripts.knowledge.documents import Document
from scripts.knowledge.print_html import Language, render
from scripts.knowledge.print_notes import References
from scripts.knowledge.print_parts import lead, markup, sections, without
from scripts.knowledge.print_phase import form

_SHOWN = ("how", "tips")


def sheet(made: Language, document: Document) -> list[str]:
    """The sheet of a tool."""
    page = document.page
    root = made.article(page.id)
    first, found, notes = lead(root), sections(root), References()
    cited = [element for name in _SHOWN for element in found[name].elements]
    notes.collect([first, *cited] if first is not None else cited, root)
    root = without(without(made.opened(root, page), "editorial-note"), "mark")
    found, first = sections(root), lead(root)
    tool = made.record("tools", page)
    phases = [phase for phase in made.records["phases"] if phase["id"] in tool["phases"]]
    return [
        render(
            made,
            document,
            tool=tool,
            phases=phases,
            all_phases=len(made.records["phases"]),
            lead=markup(first) if first is not None else "",
            parts=[found[name] for name in _SHOWN],
            form=found["form"],
            blank=markup(*form(made, page.id)),
            notes=notes,
        )
    ]
