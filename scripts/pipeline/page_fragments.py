"""Puts fact boxes, tables and lists from data/ into the Markdown of a page."""

from __future__ import annotations

import re
from typing import Any

from mkdocs.utils import get_relative_url

from scripts.bibliography.csl_items import PUBLICATION_FILES, for_apa, publication_item
from scripts.bibliography.export_formats import FORMS
from scripts.content.pages import SourcePage, pages_by_title
from scripts.content.placeholders import placeholders
from scripts.documents.catalogue import Document, documents, documents_of, rows
from scripts.figures.registry import picture_records
from scripts.language.formats import alphabetical
from scripts.open_data.export import FOLDER, data_files, table_rows
from scripts.pipeline.contact import contact_of
from scripts.pipeline.context import Build
from scripts.pipeline.page_job import PageJob
from scripts.web.fragment_extension import FragmentExtension, Store
from scripts.web.fragments import Records, after_lead


def add_fragments(job: PageJob) -> FragmentExtension:
    """Puts the `{{ lists }}` and the fact box of the page's record into its Markdown."""
    return FragmentExtension(lambda text, store: _filled(text, store, job))


def _filled(text: str, store: Store, job: PageJob) -> str:
    build, source = job.build, job.source
    records = records_for(job)
    own = build.content.datasets.record_of(source)
    box = store(records.fact_box(source.kind, source.text("record"), source.meta))
    if own is not None and source.kind == "publication":
        own = {**own, **citation(own, build, source)}
    offered = download_rows(documents_of(source), job)
    if offered:
        box += store(records.render("downloads-box.html", records=offered))
    return after_lead(records.fill(text, store, own), box)


def records_for(job: PageJob) -> Records:
    """The records as one page sees them: its language, links from its address."""
    build, source, words = job.build, job.source, job.words

    def title(page_id: str) -> str:
        page = build.page(page_id, source.locale)
        return page.title if page else page_id

    data: dict[str, list[dict[str, Any]]] = {**build.content.datasets.records, "pages": []}
    shown = {found.name for found in placeholders(source.body)}
    # Only the pages that show them pay for sorting pages and terms and formatting every source.
    if "pages" in shown:
        data["pages"] = pages_by_title(build.content.site, source.locale)
    if "glossary" in shown:
        data["glossary"] = [
            {**term, "sort": alphabetical(term["term"][source.locale.code])}
            for term in data["glossary"]
        ]
    if "sources" in shown:
        data["sources"] = source_records(build, source)
    if "publications" in shown:
        data["publications"] = [
            {**record, "files": citation_files(record["id"], source), "forms": FORMS}
            for record in data["publications"]
        ]
    if source.kind == "phase":
        # On the page of a phase the list holds the tools of that phase.
        data["tools"] = build.content.datasets.tools_of(source.text("record"))
    if "downloads" in shown:
        found = documents(build.content.site, source.locale)
        data["downloads"] = download_rows(found, job)
    if "open-data" in shown:
        data["open-data"] = table_rows(
            data_files(build.content),
            lambda name: get_relative_url(f"{FOLDER}/{name}", source.url),
        )
    # A list of one address, or of none.
    contact = contact_of(job.config)
    data["contact"] = [{"address": contact.address, "link": contact.link()}] if contact else []
    outline = build.project.data / "norway.json"
    data |= picture_records(shown, data, outline, words, source.text("record"))
    return Records(build.project.records, data, words, job.link, title)


def download_rows(found: list[Document], job: PageJob) -> list[dict[str, Any]]:
    """Documents as a page lists them, with their addresses from there."""
    return [{**each, "address": job.relative(each["path"])} for each in rows(found, job.words)]


def citation_files(record_id: str, source: SourcePage) -> str:
    """Where the reference files of a publication are, without their ending."""
    return get_relative_url(f"{PUBLICATION_FILES}/{record_id}.", source.url)


def citation(record: dict[str, Any], build: Build, source: SourcePage) -> dict[str, Any]:
    """The reference of a publication and where its files are, without the ending."""
    item = publication_item(record)
    return {
        "reference": build.bibliography(source.locale).of(for_apa(item)),
        "files": citation_files(item["id"], source),
        "forms": FORMS,
    }


def source_records(build: Build, source: SourcePage) -> list[dict[str, Any]]:
    """The sources with their reference, what is known of them, and the pages that cite them.

    All of them, or those of the classes that the page names: together they are too heavy
    for one page.
    """
    classes = source.meta.get("classes")
    bibliography = build.bibliography(source.locale)
    cited = build.cited_by(source.locale)
    listed = [
        {
            "id": each.id,
            "evidence": each.evidence,
            "read": each.record["read"],
            "address": each.record["address"],
            "seen": each.record.get("seen"),
            "note": each.note(source.locale.code),
            "reference": bibliography.reference(each),
            "pages": [
                {"link": get_relative_url(page.url or "./", source.url), "title": page.title}
                for page in cited.get(each.id, [])
                if page.id != source.id
            ],
        }
        for each in build.content.sources.values()
        if classes is None or each.evidence in classes
    ]
    return sorted(listed, key=lambda each: alphabetical(plain(each["reference"])))


def plain(html: str) -> str:
    """The text of a reference, to sort by."""
    return re.sub(r"<[^>]+>|[\[«\"'‘]", "", html)
