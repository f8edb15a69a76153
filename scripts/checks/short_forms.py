"""Checks short meetings: their minutes add up, and notes and lines refer to existing lines."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.problem_at import ProblemAt
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
    """Check the short meetings of phases, and the notes to facilitators.

    Both refer to lines of the agenda on the phase page by number. The maximum of 75 minutes is
    checked by the schema.
    """
    lengths = _lengths(site)
    return [*_notes(loaded, lengths), *_forms(loaded, lengths)]


def _lengths(site: Site) -> dict[str, int]:
    """Map each phase to the number of lines in its agenda, the smaller one of both languages."""
    counts: dict[str, int] = {}
    for page in site.pages:
        rows = agenda_lines(page) if page.kind == "phase" and page.readable else None
        # A missing agenda is reported elsewhere.
        if rows:
            record = page.text("record")
            counts[record] = min(counts.get(record, len(rows)), len(rows))
    return counts


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
                fix = f"write a number from 1 to {lines}, or take line out"
                yield Problem(parsed.path, line, what, fix)
            else:
                form = form_of(loaded.records.get("short-forms", []), phase["id"])
                yield from _unused_note(note, form, parsed, where)


def _unused_note(
    note: PhaseFacilitation, form: ShortForm | None, parsed: YamlText, where: Where
) -> Iterator[Problem]:
    """Report a note for the short meeting if that skips the line which the note refers to."""
    if form is None or "line" not in note or set(note.get("in", ())) <= {LONG}:
        return
    if not any(note["line"] in line.get("of", []) for line in form["lines"]):
        what = f"the note is for the short meeting, which has nothing of line {note['line']}"
        fix = "write in: [long], or take line out"
        yield Problem(parsed.path, parsed.line((*where, "in")), what, fix)


def _missing(loaded: Datasets, existing: set[str], lengths: dict[str, int]) -> Iterator[Problem]:
    """Report phases with a page, which offers a short meeting, but without one in the data."""
    parsed = loaded.files.get("phases")
    for number, phase in enumerate(loaded.records.get("phases", [])):
        if parsed is not None and phase["id"] in lengths and phase["id"] not in existing:
            line = parsed.line((number, "id"))
            what = f'the phase "{phase["id"]}" has no short meeting'
            yield Problem(parsed.path, line, what, "write one in data/short-forms.yml")


def _forms(loaded: Datasets, lengths: dict[str, int]) -> Iterator[Problem]:
    parsed = loaded.files.get("short-forms")
    forms = loaded.records.get("short-forms", [])
    if parsed is None or (parsed.data != [] and not forms):
        # Unreadable files are reported elsewhere.
        return
    phases = [phase["id"] for phase in loaded.records.get("phases", [])]
    existing = {form["id"] for form in forms}
    if existing <= set(phases):
        # A record with an unknown id may be the one that seems to be missing.
        yield from _missing(loaded, existing, lengths)
    for number, form in enumerate(forms):
        problem_at = ProblemAt(parsed, (number,))
        if phases and form["id"] not in phases:
            fix = did_you_mean(form["id"], phases) or "see data/phases.yml"
            what = f'unknown phase "{form["id"]}"'
            yield problem_at(("id",), what, fix, Kind.UNKNOWN_PHASE, form["id"])
            continue
        yield from _minutes(form, problem_at)
        yield from _line_numbers(form, lengths.get(form["id"]), problem_at)
        yield from _tools(form, loaded, problem_at)
        yield from _papers(form, loaded, problem_at)


def _minutes(form: ShortForm, problem_at: ProblemAt) -> Iterator[Problem]:
    for variant in VARIANTS:
        total, promised = total_minutes(form, variant), stated_minutes(form, variant)
        where = ("minutes", minutes_key(variant))
        if total != promised:
            what = f"the lines add up to {total} minutes, but {promised} are promised"
            if variant == SCREEN:
                what += f" (on screen {CHECK_MINUTES} + {PAUSE_MINUTES} are added)"
            yield problem_at(where, what, "change the lines or the promise")
    count = len(form["lines"])
    if form["pause_after"] >= count:
        what = f"the break would come after line {form['pause_after']} of {count}"
        yield problem_at(("pause_after",), what, f"write a number from 1 to {count - 1}")


def _line_numbers(form: ShortForm, lines: int | None, problem_at: ProblemAt) -> Iterator[Problem]:
    for at, line in enumerate(form["lines"]):
        for place, number in enumerate(line.get("of", [])):
            if lines is not None and number > lines:
                what = f"line {number} of the agenda is meant, which ends with line {lines}"
                yield problem_at(
                    ("lines", at, "of", place), what, f"write a number from 1 to {lines}"
                )


def _tools(form: ShortForm, loaded: Datasets, problem_at: ProblemAt) -> Iterator[Problem]:
    if not loaded.records.get("tools"):
        return
    known = [tool["id"] for tool in loaded.tools_of(form["id"])]
    for at, tool in enumerate(form.get("tools", [])):
        if tool not in known:
            near = did_you_mean(tool, known)
            fix = near or f"write one of: {', '.join(known)}"
            kind = None if near else Kind.NO_TOOL
            yield problem_at(("tools", at), f'the phase has no tool "{tool}"', fix, kind, tool)


def _papers(form: ShortForm, loaded: Datasets, problem_at: ProblemAt) -> Iterator[Problem]:
    if not loaded.records.get("papers"):
        return
    known = [paper["id"] for paper in papers_of(loaded.records, form["id"])]
    for at, paper in enumerate(form.get("papers", [])):
        if paper not in known:
            fix = did_you_mean(paper, known) or f"write one of: {', '.join(known)}"
            yield problem_at(("papers", at), f'the phase has no paper "{paper}"', fix)
