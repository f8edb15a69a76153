"""Inserts fact boxes, tables and lists from data/ into the Markdown of a page."""

from __future__ import annotations

from typing import cast

from scripts.bibliography.csl_items import for_apa, publication_item
from scripts.bibliography.export_formats import FORMATS
from scripts.content.datasets import own_record
from scripts.content.markdown import headings
from scripts.content.page_types import KNOWLEDGE, PHASE, phase_pages
from scripts.content.pages import SourcePage
from scripts.content.placeholders import placeholders
from scripts.content.records import Publication
from scripts.documents.catalogue import documents_of, letters_of
from scripts.figures.registry import picture_records
from scripts.pipeline.context import Build
from scripts.pipeline.download_rows import TemplateRecord, download_rows
from scripts.pipeline.list_rows import (
    ROWS,
    citation_files,
    contact_rows,
    sender_rows,
)
from scripts.pipeline.page_job import PageJob
from scripts.pipeline.workshop_rows import workshop_rows
from scripts.web.fragment_extension import FragmentExtension, Store
from scripts.web.fragments import Fragments, after_lead
from scripts.web.grade_words import grade_parts


def add_fragments(job: PageJob) -> FragmentExtension:
    """Insert the `{{ lists }}` and the fact box of the page's record into its Markdown."""
    return FragmentExtension(lambda text, store: _filled(text, store, job))


def _filled(text: str, store: Store, job: PageJob) -> str:
    build, source = job.build, job.source
    records = records_for(job)
    record = build.content.datasets.record_of(source)
    own: TemplateRecord | None = {**record} if record else None
    graded = build.grades.get(source.text("record"))
    with_hours = source.kind != KNOWLEDGE
    grade = grade_parts(graded, job.words, with_hours=with_hours) if graded else []
    box = store(records.fact_box(source.kind, source.text("record"), source.meta, grade))
    if source.kind == "publication":
        publication = own_record(build.content.datasets.records["publications"], source)
        own = {**publication, **citation(publication, build, source)}
    if source.kind == PHASE and own is not None:
        own["knowledge"] = _knowledge(job)
        own |= workshop_rows(job)
    below = letters_of(source)
    boxed = [each for each in documents_of(source) if not each.variant and each not in below]
    if offered := download_rows(boxed, job):
        box += store(records.render("downloads-box.html", records=offered))
    return after_lead(records.fill(text, store, own), box)


def records_for(job: PageJob) -> Fragments:
    """The records as one page shows them: in its language, with links relative to it."""
    build, source, words = job.build, job.source, job.words
    records = build.content.datasets.records

    def title(page_id: str) -> str:
        page = build.page(page_id, source.locale)
        return page.title if page else page_id

    shown = {each.name for each in placeholders(source.body)}
    # A typed record is a dictionary to a template.
    data = cast(dict[str, list[TemplateRecord]], dict(records))
    # Computed only for pages that show them: sorting and formatting every source is expensive.
    data |= {name: rows_of(job) for name, rows_of in ROWS.items() if name in shown}
    if source.kind == PHASE:
        # On the page of a phase, only the tools of that phase; the steps of the phase explain them.
        data["tools"] = [
            {**tool, "is_brief": True}
            for tool in build.content.datasets.tools_of(source.text("record"))
        ]
    data["contact"] = contact_rows(job)
    data["sender"] = sender_rows(job)
    outline = build.project.data / "norway.json"
    pictures = picture_records(
        shown, records, outline, words, source.text("record"), build.content.sources
    )
    data |= {name: [{**each} for each in drawn] for name, drawn in pictures.items()}
    return Fragments(build.project.components, data, words, job.link, title)


def _knowledge(job: PageJob) -> list[TemplateRecord]:
    """The sections of a phase's page of knowledge, for links from the page of the phase.

    Old links still use the anchors that these sections had on the page of the phase, so each
    row has its anchor, unless the page of the phase has a heading with the same one.
    """
    source = job.source
    pages = job.build.content.site.of(source.locale).values()
    page = phase_pages(pages, source).get(KNOWLEDGE)
    if page is None:
        return []
    own = {each.anchor for each in headings(source.body)}
    return [
        {
            "text": each.text,
            "anchor": "" if each.anchor in own else each.anchor,
            "level": each.level,
            "address": f"{job.relative(page.url)}#{each.anchor}",
        }
        for each in headings(page.body)
        if each.anchor
    ]


def citation(record: Publication, build: Build, source: SourcePage) -> TemplateRecord:
    """The reference of a publication and the address of its files, without the extension.

    For a text that is known only from mentions, the references of the mentions too: whoever has
    not read a text cites the one that mentions it.
    """
    item, bibliography = publication_item(record), build.bibliography(source.locale)
    sources = build.content.sources
    mentions = record["sources"] if record["read"] == "mention" else []
    return {
        "reference": bibliography.of(for_apa(item)),
        "mentions": [bibliography.reference(sources[each]) for each in mentions if each in sources],
        "files": citation_files(item["id"], source),
        "forms": FORMATS,
    }
