"""Rows for a phase's page besides its agenda: leaders' notes, short meetings and letters."""

from __future__ import annotations

from dataclasses import asdict

from scripts.content.agendas import agenda_lines
from scripts.content.datasets import find_record, own_record
from scripts.content.short_forms import LONG, VARIANTS, form_of, leader_notes, short_meeting
from scripts.documents.catalogue import documents_of, letters_of
from scripts.pipeline.download_rows import TemplateRecord, download_rows
from scripts.pipeline.page_job import PageJob
from scripts.pipeline.planner_files import planner_path


def workshop_rows(job: PageJob) -> TemplateRecord:
    """The notes, short meetings and letters of the phase, by template."""
    source, records = job.source, job.build.content.datasets.records
    phase = own_record(records["phases"], source)
    agenda = agenda_lines(source) or []
    form = form_of(records["short-forms"], phase["id"])
    notes = [
        {**asdict(note), "lead": note.lead}
        for note in leader_notes(phase, agenda, source.locale.code)
    ]
    sent = letters_of(source) if find_record(records["letters"], source) else []
    letters = [
        {**row, "meeting": each.variant or LONG}
        for row, each in zip(download_rows(sent, job), sent, strict=True)
    ]
    offered = [each for each in documents_of(source) if each not in letters_of(source)]
    rows: TemplateRecord = {
        "notes": notes,
        "meetings": [],
        "letters": [each for each in letters if each["meeting"] == LONG],
        "planner": job.relative(planner_path(source)),
    }
    if form is None:
        return rows
    return rows | {
        "meetings": [
            asdict(short_meeting(form, phase, agenda, variant, job.words))
            | {
                "files": download_rows([each for each in offered if each.variant == variant], job)
                + [each for each in letters if each["meeting"] == variant]
            }
            for variant in VARIANTS
        ],
    }
