"""What a phase's page shows besides its agenda: notes to whoever leads, and the short meetings."""

from __future__ import annotations

from dataclasses import asdict

from scripts.content.agendas import agenda_lines
from scripts.content.datasets import own_record
from scripts.content.short_forms import VARIANTS, form_of, leader_notes, short_meeting
from scripts.documents.catalogue import documents_of
from scripts.pipeline.download_rows import TemplateRecord, download_rows
from scripts.pipeline.page_job import PageJob


def workshop_rows(job: PageJob) -> TemplateRecord:
    """Notes and short meetings of the phase, for the templates of the same names."""
    source, records = job.source, job.build.content.datasets.records
    phase = own_record(records["phases"], source)
    agenda = agenda_lines(source) or []
    form = form_of(records["short-forms"], phase["id"])
    notes = [asdict(note) for note in leader_notes(phase, agenda, source.locale.code)]
    if form is None:
        return {"notes": notes, "meetings": []}
    offered = documents_of(source)
    return {
        "notes": notes,
        "meetings": [
            asdict(short_meeting(form, phase, agenda, variant, job.words))
            | {"files": download_rows([each for each in offered if each.variant == variant], job)}
            for variant in VARIANTS
        ],
    }
