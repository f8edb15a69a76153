"""The rows of the lists of sources."""

from __future__ import annotations

import re

from mkdocs.utils import get_relative_url

from scripts.language.formats import alphabetical, index_letter
from scripts.pipeline.download_rows import TemplateRecord
from scripts.pipeline.page_job import PageJob


def source_records(job: PageJob) -> list[TemplateRecord]:
    """The sources with their reference, what is known of them, and the pages that cite them.

    All of them, or those of the classes that the page names: together they are too heavy
    for one page.
    """
    build, source = job.build, job.source
    classes = source.meta.get("classes")
    bibliography = build.bibliography(source.locale)
    cited = build.cited_by(source.locale)
    states = build.content.addresses
    listed: list[TemplateRecord] = [
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
    for each in listed:
        each["plain"] = plain(each["reference"]).strip()
        each |= index_letter(each["plain"])
    return sorted(listed, key=lambda each: alphabetical(each["plain"]))


def plain(html: str) -> str:
    """The text of a reference, to sort by."""
    return re.sub(r"<[^>]+>|[\[«\"'‘]", "", html)
