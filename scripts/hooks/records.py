"""Puts fact boxes, tables and lists from data/ into the Markdown of a page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from scripts.hooks.common import source_page
from scripts.knowledge.catalogue import alphabetical, pages_by_title
from scripts.knowledge.citable import PUBLICATION_FILES, for_apa, publication_item
from scripts.knowledge.contact import read_contact
from scripts.knowledge.documents import Document, documents, documents_of, rows
from scripts.knowledge.exports import FORMS
from scripts.knowledge.open_data import FOLDER, data_files, table_rows
from scripts.knowledge.pages import SourcePage
from scripts.knowledge.pictures import picture_records
from scripts.knowledge.project import Project
from scripts.knowledge.records import DATA_OF_KIND, Records, after_lead, placeholders
from scripts.knowledge.usage import pages_by_source
from scripts.state import state


@event_priority(20)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Before the notes are numbered, since records cite."""
    source = source_page(page)
    records = records_for(source, Path(config.config_file_path).parent)
    # A list of one address, or of none.
    contact = read_contact(config.extra.get("contact"))
    records.data["contact"] = (
        [{"address": contact.address, "link": contact.link()}] if contact else []
    )
    own = records.find(DATA_OF_KIND.get(source.kind, ""), source.text("record"))
    box = records.fact_box(source.kind, source.text("record"), source.meta)
    if own is not None and source.kind == "publication":
        own = {**own, **citation(own, source)}
    offered = download_rows(documents_of(source), source)
    if offered:
        box += "\n\n" + records.render("downloads-box.html", records=offered)
    return after_lead(records.fill(markdown, own), box)


def records_for(source: SourcePage, root: Path) -> Records:
    """The records as one page sees them: its language, links from its address."""
    pages = state.content.site.by_id(source.locale)

    def link(page_id: str) -> str | None:
        target = pages.get(page_id)
        return get_relative_url(target.url or "./", source.url or "./") if target else None

    def title(page_id: str) -> str:
        return pages[page_id].title

    data: dict[str, list[dict[str, Any]]] = {**state.content.collections.records, "pages": []}
    shown = {found.name for found in placeholders(source.body)}
    # Only the pages that show them pay for sorting pages and terms and formatting every source.
    if "pages" in shown:
        data["pages"] = pages_by_title(state.content.site, source.locale)
    if "glossary" in shown:
        data["glossary"] = [
            {**term, "sort": alphabetical(term["term"][source.locale.code])}
            for term in data["glossary"]
        ]
    if "sources" in shown:
        data["sources"] = source_records(source)
    if "publications" in shown:
        data["publications"] = [
            {**record, "files": citation_files(record["id"], source), "forms": FORMS}
            for record in data["publications"]
        ]
    if source.kind == "phase":
        # On the page of a phase the list holds the tools of that phase.
        phase = source.text("record")
        data["tools"] = [tool for tool in data["tools"] if phase in tool["phases"]]
    words = state.words(source.locale)
    if "downloads" in shown:
        found = documents(state.content.site, source.locale)
        data["downloads"] = download_rows(found, source)
    if "open-data" in shown:
        data["open-data"] = table_rows(
            data_files(state.content),
            lambda name: get_relative_url(f"{FOLDER}/{name}", source.url),
        )
    outline = Project(root).data / "norway.json"
    data |= picture_records(shown, data, outline, words, source.text("record"))
    return Records(Project(root).records, data, words, link, title)


def download_rows(found: list[Document], source: SourcePage) -> list[dict[str, Any]]:
    """Documents as a page lists them, with their addresses from there."""
    listed = rows(found, state.words(source.locale))
    return [
        {**each, "address": get_relative_url(each["path"], source.url or "./")} for each in listed
    ]


def citation_files(record_id: str, source: SourcePage) -> str:
    """Where the reference files of a publication are, without their ending."""
    return get_relative_url(f"{PUBLICATION_FILES}/{record_id}.", source.url)


def citation(record: dict[str, Any], source: SourcePage) -> dict[str, Any]:
    """The reference of a publication and where its files are, without the ending."""
    item = publication_item(record)
    return {
        "reference": state.bibliography(source.locale).of(for_apa(item)),
        "files": citation_files(item["id"], source),
        "forms": FORMS,
    }


def source_records(source: SourcePage) -> list[dict[str, Any]]:
    """The sources with their reference, what is known of them, and the pages that cite them.

    All of them, or those of the classes that the page names: together they are too heavy
    for one page.
    """
    classes = source.meta.get("classes")
    bibliography = state.bibliography(source.locale)
    content = state.content
    cited = pages_by_source(content.site, content.collections, source.locale)
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
        for each in content.sources.values()
        if classes is None or each.evidence in classes
    ]
    return sorted(listed, key=lambda each: alphabetical(plain(each["reference"])))


def plain(html: str) -> str:
    """The text of a reference, to sort by."""
    return re.sub(r"<[^>]+>|[\[«\"'‘]", "", html)
