"""The rows of lists that are computed for each page that shows them."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.utils import get_relative_url

from scripts.bibliography.csl_items import ALL, PUBLICATION_FILES
from scripts.bibliography.export_formats import FORMATS
from scripts.content.agenda_blocks import agenda_blocks, minutes_of
from scripts.content.list_parts import group_of, is_readable
from scripts.content.page_lists import pages_by_title
from scripts.content.pages import SourcePage
from scripts.content.reading import reading_rows
from scripts.content.source_addresses import where_it_is_read
from scripts.open_data.export import FOLDER, data_files, table_rows
from scripts.pipeline.contact import contact_of
from scripts.pipeline.download_rows import (
    TemplateRecord,
    all_downloads,
    papers_shown,
    phase_files,
)
from scripts.pipeline.feeds import feed_rows
from scripts.pipeline.graded_rows import building_block_rows, phase_rows, tool_rows
from scripts.pipeline.link_rows import frame_rows, link_rows
from scripts.pipeline.offline import zip_path
from scripts.pipeline.page_job import PageJob
from scripts.pipeline.parted_rows import (
    glossary_rows,
    people_rows,
    question_rows,
)
from scripts.pipeline.self_test_rows import self_test_rows
from scripts.pipeline.source_rows import source_records
from scripts.web.effort_rows import effort_rows
from scripts.web.page_header import header_of
from scripts.web.sender import read_sender
from scripts.web.source_counts import municipality_source_counts


def _pages(job: PageJob) -> list[TemplateRecord]:
    """The pages in alphabetical order, each with its kicker."""
    build, locale = job.build, job.source.locale
    pages = build.content.site.by_id(locale)
    return [
        row
        | {"said": header_of(pages[row["id"]], build.content.datasets.records, job.words).kicker}
        for row in pages_by_title(build.content.site, locale)
    ]


def _municipalities(job: PageJob) -> list[TemplateRecord]:
    """The municipalities, each with the number of its sources."""
    content = job.build.content
    return [
        {
            **record,
            "told": municipality_source_counts(record, content.sources, job.words),
        }
        for record in content.datasets.records["municipalities"]
    ]


def _shown(name: str) -> Callable[[PageJob], list[TemplateRecord]]:
    """A function that returns the records of a list as plain dictionaries, for templates."""
    return lambda job: [{**each} for each in job.build.content.datasets.shown_on(job.source, name)]


def _publications(job: PageJob) -> list[TemplateRecord]:
    """The publications, with the address of the file of all references.

    Either all of them, or those with the relations to the method that the page names. In English,
    texts that can be read in English come first in their group. Of readable texts, the first
    source is the text itself.
    """
    files, content = citation_files(ALL, job.source), job.build.content
    rows: list[TemplateRecord] = [
        {
            **record,
            "group": group_of(record),
            "text": where_it_is_read(record["sources"], content.sources, content.addresses)
            if is_readable(record)
            else "",
            "all_files": files,
            "forms": FORMATS,
        }
        for record in _shown("publications")(job)
    ]
    code = job.source.locale.code
    return sorted(rows, key=lambda row: not (code == "en" and _reads_in_english(row)))


def _reads_in_english(record: TemplateRecord) -> bool:
    return record["language"] == "en" and is_readable(record)


def _offline(job: PageJob) -> list[TemplateRecord]:
    return [{"address": job.relative(zip_path(job.locale))}]


def _open_data(job: PageJob) -> list[TemplateRecord]:
    return table_rows(
        data_files(job.build.content),
        lambda name: get_relative_url(f"{FOLDER}/{name}", job.source.url),
    )


def _reading(job: PageJob) -> list[TemplateRecord]:
    """The number of sources by class and by how far they were read; totals in the last row."""
    return reading_rows(job.build.content.sources.values())


def _short_forms(job: PageJob) -> list[TemplateRecord]:
    """The short meetings, each with its phase."""
    records = job.build.content.datasets.records
    phases = {phase["id"]: phase for phase in records["phases"]}
    return [{**form, "phase": phases[form["id"]]} for form in records["short-forms"]]


def _own_agendas(job: PageJob) -> list[TemplateRecord]:
    """The starting points for a reader's own agenda, each with its length, phases and blocks."""
    content = job.build.content
    records, locale = content.datasets.records, job.source.locale
    blocks = {block.id: block for block in agenda_blocks(content.site, records, locale)}
    rows: list[TemplateRecord] = []
    for agenda in records["own-agendas"]:
        lines = minutes_of(agenda, blocks)
        named = {blocks[id_].phase for id_, _ in lines if id_ in blocks}
        rows.append(
            {
                **agenda,
                "minutes": sum(minutes for _, minutes in lines),
                "phases": [phase for phase in records["phases"] if phase["id"] in named],
                "address": ",".join(f"{id_}.{minutes}" for id_, minutes in lines),
            }
        )
    return rows


def _effort(job: PageJob) -> list[TemplateRecord]:
    """The effort of a first round, in hours and weeks."""
    content, locale = job.build.content, job.source.locale
    return effort_rows(content.datasets.records["phases"], list(content.site.of(locale).values()))


def contact_rows(job: PageJob) -> list[TemplateRecord]:
    """One row with the contact's address, or none."""
    contact = contact_of(job.config)
    return [{"address": contact.address, "link": contact.link()}] if contact else []


def sender_rows(job: PageJob) -> list[TemplateRecord]:
    """One row: the publisher and editor, their contact, and the date of the last change."""
    sender = read_sender(job.config.extra)
    days = job.build.days_of_change.values()
    return [
        {
            "publisher": sender.publisher,
            "editor": sender.editor,
            "reviewed": sender.reviewed,
            "changed": max(days, default=None),
            **(contact_rows(job) or [{}])[0],
        }
    ]


def citation_files(record_id: str, source: SourcePage) -> str:
    """The relative address of a publication's reference files, without their extension."""
    return get_relative_url(f"{PUBLICATION_FILES}/{record_id}.", source.url)


# The function that computes the rows of each list.
ROWS: dict[str, Callable[[PageJob], list[TemplateRecord]]] = {
    "pages": _pages,
    "municipalities": _municipalities,
    **{name: _shown(name) for name in ("timeline", "timeline-others")},
    **{name: people_rows(name) for name in ("people", "people-later")},
    "municipalities-others": _municipalities,
    "open-questions-great": question_rows,
    "glossary": glossary_rows,
    "sources": source_records,
    "publications": _publications,
    "phases": phase_rows,
    "tools": tool_rows,
    "building-blocks": building_block_rows,
    "downloads": all_downloads,
    "phase-files": phase_files,
    "papers": papers_shown,
    "offline": _offline,
    "link-html": link_rows,
    "frame-html": frame_rows,
    "open-data": _open_data,
    "feeds": feed_rows,
    "reading": _reading,
    "short-forms": _short_forms,
    "self-test": self_test_rows,
    "self-test-rule": self_test_rows,
    "self-test-sheet": self_test_rows,
    "own-agendas": _own_agendas,
    "effort": _effort,
    "effort-sum": _effort,
    "effort-calendar": _effort,
}
