"""The rows of lists that pages show in parts: what a reader comes for, and the rest."""

from __future__ import annotations

from scripts.language.formats import alphabetical, index_letter
from scripts.language.locales import BY_CODE
from scripts.pipeline.download_rows import TemplateRecord
from scripts.pipeline.page_job import PageJob


def question_rows(job: PageJob) -> list[TemplateRecord]:
    """The open questions, of which one list shows the great ones and one the others."""
    return [{**each} for each in job.build.content.datasets.records["open-questions"]]


def glossary_rows(job: PageJob) -> list[TemplateRecord]:
    """The terms in the alphabet of the page's language, each with its letter.

    Among them stand the words that lead on to a term (`see`). What every reader of both languages
    knows is `common`.
    """
    code = job.source.locale.code
    rows: list[TemplateRecord] = []
    for term in job.build.content.datasets.records["glossary"]:
        name = term["term"][code]
        common = set(term.get("everyday", ())) == set(BY_CODE)
        rows.append({**term, "name": name, "common": common, **index_letter(name)})
        rows += [
            {"see": term, "name": word, "common": common, **index_letter(word)}
            for word in {**term.get("lookup", {})}.get(code, [])
        ]
    return sorted(rows, key=lambda row: alphabetical(row["name"]))
