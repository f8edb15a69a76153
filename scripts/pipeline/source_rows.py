"""The rows of the lists of sources."""

from __future__ import annotations

import re

from mkdocs.utils import get_relative_url

from scripts.language.formats import alphabetical, index_letter
from scripts.pipeline.download_rows import TemplateRecord
from scripts.pipeline.page_job import PageJob


def source_records(job: PageJob) -> list[TemplateRecord]:
    """The sources with their reference, their status, and the pages that cite them.

    Either all of them or those of the classes that the page names: one page of all sources would
    be too large.
    """
    build, source = job.build, job.source
    classes = source.meta.get("classes")
    bibliography = build.bibliography(source.locale)
    cited = build.cited_by(source.locale)
    states = build.content.addresses
    rows: list[TemplateRecord] = [
        {
            "id": each.id,
            "evidence": each.evidence,
            "mkm": each.tells_of_mkm,
            "read": each.record["read"],
            "address": states.get(each.id),
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
    for row in rows:
        row["plain"] = plain(row["reference"]).strip()
        row |= index_letter(row["plain"])
    return sorted(rows, key=lambda row: alphabetical(row["plain"]))


def plain(html: str) -> str:
    """The plain text of a reference, as a sort key."""
    return re.sub(r"<[^>]+>|[\[«\"'‘]", "", html)
