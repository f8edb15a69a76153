"""Every Word file of a language: tools, drafts and papers, and the workshops of phases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from scripts.content.datasets import find_record, own_record, tools_of
from scripts.content.papers import FORM, papers_of, papers_on
from scripts.content.records import Paper, RecordSets
from scripts.content.short_forms import SCREEN, form_of
from scripts.documents.catalogue import (
    LETTERS,
    Document,
    documents_of_paper,
    variant_file,
    word_file,
)
from scripts.documents.letters import letters_sheet
from scripts.documents.sections import Part
from scripts.documents.short_meetings import sheets_for, short_readings
from scripts.documents.worksheets import (
    Reading,
    Sheet,
    paper_sheet,
    short_sheet,
    template_sheet,
    tool_sheet,
    workshop_sheet,
)
from scripts.language.locales import Locale
from scripts.language.messages import Messages


def sheets_of(
    readings: Iterable[Reading],
    records: RecordSets,
    words: Callable[[Locale], Messages],
    rules: Part | None = None,
) -> Iterator[tuple[Document, Sheet]]:
    """The sheets of every tool, draft, phase and paper among the readings, each with its file.

    `rules` are the rules for every online meeting.
    """
    by_id = {(each.page.locale.code, each.page.id): each for each in readings}
    for (code, _), reading in by_id.items():
        page = reading.page
        messages = words(page.locale)
        for paper in papers_on(records.get("papers", []), page):
            if FORM in paper["prints"]:
                *_, file = documents_of_paper(paper, page)
                yield file, paper_sheet(reading, paper, records["phases"], messages)
        if page.kind == "tool":
            tool = own_record(records["tools"], page)
            yield word_file(page), tool_sheet(reading, tool, messages)
            continue
        if page.kind == "template":
            yield word_file(page), template_sheet(reading, messages)
            continue
        if page.kind != "phase":
            continue
        phase = own_record(records["phases"], page)
        tool_readings = {
            tool["id"]: by_id[code, tool["page"]]
            for tool in tools_of(records, phase["id"])
            if (code, tool.get("page", "")) in by_id
        }
        papers = _forms(by_id, papers_of(records, phase["id"]), code)
        yield (
            word_file(page),
            workshop_sheet(reading, phase, tool_readings.values(), papers, messages),
        )
        letters = find_record(records["letters"], page)
        if letters:
            file = variant_file(page, "", LETTERS)
            yield file, letters_sheet(reading, phase, letters, messages)
        forms = records["short-forms"]
        form = form_of(forms, phase["id"])
        for short, meeting in short_readings(reading, phase, forms, messages):
            assert form is not None, phase["id"]
            tools, named = sheets_for(meeting, form, records, code)
            used = [by_id[key] for tool in tools if (key := (code, tool.get("page", ""))) in by_id]
            sheets = _forms(by_id, named, code)
            file = variant_file(page, meeting.variant, "workshop")
            own = rules if meeting.variant == SCREEN else None
            yield file, short_sheet(short, meeting, phase, used, sheets, own, messages)
            if letters:
                file = variant_file(page, meeting.variant, LETTERS)
                yield file, letters_sheet(short, phase, letters, messages, meeting)


def _forms(
    by_id: Mapping[tuple[str, str], Reading], papers: Iterable[Paper], code: str
) -> list[Part]:
    """The sections of papers that are forms."""
    return [
        by_id[key].parts[paper["id"]]
        for paper in papers
        if FORM in paper["prints"] and (key := (code, paper["page"])) in by_id
    ]
