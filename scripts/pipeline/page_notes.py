"""Numbers the citations of a page and appends its references."""

from __future__ import annotations

import posixpath
from functools import partial
from html import escape

from scripts.bibliography.note_extension import NoteExtension, PageNotes
from scripts.bibliography.notes import Notes, reference_list
from scripts.pipeline.page_job import PageJob

# The id of the page that explains the editorial markers.
MARKS_ID = "source-criticism"


def add_notes(job: PageJob) -> NoteExtension:
    """Turn the citations of a page into numbered notes, with the references below."""
    words, about = job.words, _about(job)
    editorial = (
        f'<p class="editorial-note" hidden><a href="{about}">'
        f"{escape(words('mark.editorial-section'))}</a></p>"
    )
    references = partial(reference_list, bibliography=job.build.bibliography(job.locale))
    notes = Notes(job.build.content.sources, words, about)
    return NoteExtension(PageNotes(notes, editorial, references, words("references")))


def _about(job: PageJob) -> str:
    about = job.build.page(MARKS_ID, job.locale)
    if about is None:
        return "#"
    return posixpath.join(job.relative(about.url), "#editorial")
