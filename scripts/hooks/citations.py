"""Numbers the citations of a page and puts its references at the end."""

from __future__ import annotations

import posixpath
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from scripts.hooks.common import source_page
from scripts.knowledge.notes import Notes, apply_notes, note_editorial_sections, reference_list
from scripts.knowledge.pages import SourcePage
from scripts.knowledge.raw import raw
from scripts.state import state

# The page that explains the marks.
MARKS_ID = "source-criticism"


@event_priority(10)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """After the records, since those cite too."""
    source = source_page(page)
    words = state.words(source.locale)
    notes = Notes(state.content.sources, words, _about(source))
    text = apply_notes(markdown, notes)
    text = note_editorial_sections(
        text,
        lambda: (
            f'<p class="editorial-note"><a href="{notes.about_link}" data-mark="editorial">'
            f"{escape(words('mark.editorial-section'))}</a></p>"
        ),
    )
    references = reference_list(notes, state.bibliography(source.locale))
    if not references:
        return text
    title = escape(words("references"))
    return f"{text.rstrip()}\n\n## {title} {{ #references }}\n\n{raw(references)}"


def _about(source: SourcePage) -> str:
    about = state.content.site.by_id(source.locale).get(MARKS_ID)
    if about is None:
        return "#"
    return posixpath.join(get_relative_url(about.url, source.url or "./"), "#editorial")
