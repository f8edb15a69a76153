"""Numbers the citations of a page and puts its references at the end."""

from __future__ import annotations

import posixpath
from html import escape

from scripts.bibliography.notes import Notes, apply_notes, note_editorial_sections, reference_list
from scripts.pipeline.page_job import PageJob
from scripts.web.html_stash import raw

# The page that explains the marks.
MARKS_ID = "source-criticism"


def add_notes(text: str, job: PageJob) -> str:
    """The Markdown with its citations as numbered notes, and the references below."""
    words = job.words
    notes = Notes(job.build.content.sources, words, _about(job))
    text = apply_notes(text, notes)
    text = note_editorial_sections(
        text,
        lambda: (
            f'<p class="editorial-note"><a href="{notes.about_link}" data-mark="editorial">'
            f"{escape(words('mark.editorial-section'))}</a></p>"
        ),
    )
    references = reference_list(notes, job.build.bibliography(job.locale))
    if not references:
        return text
    title = escape(words("references"))
    return f"{text.rstrip()}\n\n## {title} {{ #references }}\n\n{raw(references)}"


def _about(job: PageJob) -> str:
    about = job.build.page(MARKS_ID, job.locale)
    if about is None:
        return "#"
    return posixpath.join(job.relative(about.url), "#editorial")
