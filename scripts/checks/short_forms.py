"""Short meetings whose minutes do not add up, and notes and lines that point at nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.common.yaml_lines import Where, YamlText
from scripts.content.agendas import agenda_lines
from scripts.content.datasets import Datasets
from scripts.content.pages import Site
from scripts.content.papers import papers_of
from scripts.content.records import PhaseFacilitation, ShortForm
from scripts.content.short_forms import (
    CHECK_MINUTES,
    LONG,
    PAUSE_MINUTES,
    SCREEN,
    VARIANTS,
    form_of,
    minutes_key,
    stated_minutes,
    total_minutes,
)


def check_short_forms(site: Site, loaded: Datasets) -> list[Problem]:
    """What is wrong with the short meetings of phases, and the notes to whoever leads a long one.

    Both name lines of the agenda on the page of the phase by their number. That 75 minutes are
    the most is said by the schema.
    """
    lengths = _lengths(site)
    return [*_notes(loaded, lengths), *_forms(loaded, lengths)]


def _lengths(site: Site) -> dict[str, int]:
    """How many lines the agenda of each phase has, in the language that has the fewest."""
    found: dict[str, int] = {}
    for page in site.pages:
        rows = agenda_lines(page) if page.kind == "phase" and page.readable else None
        # A page without its agenda has been told of.
        if rows:
            record = page.text("record")
            found[record] = min(found.get(record, len(rows)), len(rows))
    return found


def _notes(loaded: Datasets, lengths: dict[str, int]) -> Iterator[Problem]:
    parsed = loaded.files.get("phases")
    for number, phase in enumerate(loaded.records.get("phases", [])):
        for at, note in enumerate(phase.get("facilitation", [])):
            lines = lengths.get(phase["id"])
            if parsed is None or lines is None:
                continue
            where: Where = (number, "facilitation", at)
            if note.get("line", 0) > lines:
                line = parsed.line((*where, "line"))
                what = f"the note is to line {note['line']} of the agenda, "
                what += f"which ends with line {lines}"
                mend = f"write a number from 1 to {lines}, or take line out"
                yield Problem(parsed.path, line, what, mend)
            else:
                form = form_of(loaded.records.get("short-forms", []), phase["id"])
                yield from _unread(note, form, parsed, where)


def _unread(
    note: PhaseFacilitation, form: ShortForm | None, parsed: YamlText, where: Where
) -> Iterator[Problem]:
    """A note that says it is for a short meeting, which has nothing of its line."""
    if form is None or "line" not in note or set(note.get("in", ())) <= {LONG}:
        return
    if not any(note["line"] in line.get("of", []) for line in form["lines"]):
        what = f"the note is for the short meeting, which has nothing of line {note['line']}"
        mend = "write in: [long], or take line out"
        yield Problem(parsed.path, parsed.line((*where, "in")), what, mend)


def _missing(loaded: Datasets, there: set[str], lengths: dict[str, int]) -> Iterator[Problem]:
    """Phases whose page would offer a short meeting that nobody has written."""
    parsed = loaded.files.get("phases")
    for number, phase in enumerate(loaded.records.get("phases", [])):
        if parsed is not None and phase["id"] in lengths and phase["id"] not in there:
            place = parsed.line((number, "id"))
            what = f'the phase "{phase["id"]}" has no short meeting'
            yield Problem(parsed.path, place, what, "write one in data/short-forms.yml")


@dataclass(frozen=True)
class _Teller:
    """Makes problems of one record of data/short-forms.yml."""

    parsed: YamlText
    number: int

    def __call__(
        self, where: Where, what: str, mend: str, kind: Kind | None = None, about: str = ""
    ) -> Problem:
        line = self.parsed.line((self.number, *where))
        return Problem(self.parsed.path, line, what, mend, kind=kind, about=about)


def _forms(loaded: Datasets, lengths: dict[str, int]) -> Iterator[Problem]:
    parsed = loaded.files.get("short-forms")
    forms = loaded.records.get("short-forms", [])
    if parsed is None or (parsed.data != [] and not forms):
        # A file that could not be read has been told of.
        return
    phases = [phase["id"] for phase in loaded.records.get("phases", [])]
    there = {form["id"] for form in forms}
    if there <= set(phases):
        # The one that is missing may be the one whose id is unknown.
        yield from _missing(loaded, there, lengths)
    for number, form in enumerate(forms):
        told = _Teller(parsed, number)
        if phases and form["id"] not in phases:
            mend = did_you_mean(form["id"], phases) or "see data/phases.yml"
            what = f'unknown phase "{form["id"]}"'
            yield told(("id",), what, mend, Kind.UNKNOWN_PHASE, form["id"])
            continue
        yield from _minutes(form, told)
        yield from _of_lines(form, lengths.get(form["id"]), told)
        yield from _tools(form, loaded, told)
        yield from _papers(form, loaded, told)


def _minutes(form: ShortForm, told: _Teller) -> Iterator[Problem]:
    for variant in VARIANTS:
        found, said = total_minutes(form, variant), stated_minutes(form, variant)
        where = ("minutes", minutes_key(variant))
        if found != said:
            what = f"the lines add up to {found} minutes, but {said} are promised"
            if variant == SCREEN:
                what += f" (on screen {CHECK_MINUTES} + {PAUSE_MINUTES} are added)"
            yield told(where, what, "change the lines or the promise")
    count = len(form["lines"])
    if form["pause_after"] >= count:
        what = f"the break would come after line {form['pause_after']} of {count}"
        yield told(("pause_after",), what, f"write a number from 1 to {count - 1}")


def _of_lines(form: ShortForm, lines: int | None, told: _Teller) -> Iterator[Problem]:
    for at, line in enumerate(form["lines"]):
        for place, number in enumerate(line.get("of", [])):
            if lines is not None and number > lines:
                what = f"line {number} of the agenda is meant, which ends with line {lines}"
                yield told(("lines", at, "of", place), what, f"write a number from 1 to {lines}")


def _tools(form: ShortForm, loaded: Datasets, told: _Teller) -> Iterator[Problem]:
    if not loaded.records.get("tools"):
        return
    known = [tool["id"] for tool in loaded.tools_of(form["id"])]
    for at, tool in enumerate(form.get("tools", [])):
        if tool not in known:
            near = did_you_mean(tool, known)
            mend = near or f"write one of: {', '.join(known)}"
            kind = None if near else Kind.NO_TOOL
            yield told(("tools", at), f'the phase has no tool "{tool}"', mend, kind, tool)


def _papers(form: ShortForm, loaded: Datasets, told: _Teller) -> Iterator[Problem]:
    if not loaded.records.get("papers"):
        return
    known = [paper["id"] for paper in papers_of(loaded.records, form["id"])]
    for at, paper in enumerate(form.get("papers", [])):
        if paper not in known:
            mend = did_you_mean(paper, known) or f"write one of: {', '.join(known)}"
            yield told(("papers", at), f'the phase has no paper "{paper}"', mend)
