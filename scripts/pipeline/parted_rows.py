"""Rows of lists that pages show in two parts: what most readers want, and the rest."""

from __future__ import annotations

from collections.abc import Callable

from scripts.language.formats import alphabetical, index_letter
from scripts.language.locales import BY_CODE
from scripts.pipeline.download_rows import TemplateRecord
from scripts.pipeline.page_job import PageJob


def question_rows(job: PageJob) -> list[TemplateRecord]:
    """The open questions; one list shows the great ones and another the rest."""
    return [{**each} for each in job.build.content.datasets.records["open-questions"]]


def people_rows(name: str) -> Callable[[PageJob], list[TemplateRecord]]:
    """A function that returns one part of who was who, each with the name that is `shown`.

    People keep the order of the data, which is that of their family names, and have the initial
    of theirs. Organisations are sorted by the name shown, which in English may be another than
    in Norwegian. `total` is the number of names in both parts, since they are searched together.
    """

    def rows(job: PageJob) -> list[TemplateRecord]:
        code, datasets = job.source.locale.code, job.build.content.datasets
        found: list[TemplateRecord] = [{**each} for each in datasets.shown_on(job.source, name)]
        for row in found:
            row["shown"] = (code == "en" and row.get("name_en")) or row["name"]
            row["total"] = len(datasets.records["people"])
            row |= _initial_of(row["name"], row["kind"])
        return sorted(
            found, key=lambda row: "" if row["kind"] == "person" else alphabetical(row["shown"])
        )

    return rows


def _initial_of(name: str, kind: str) -> dict[str, str]:
    """The index letter of a person, of the first where several share a record."""
    return index_letter(name.split(",")[0].split()[-1]) if kind == "person" else {}


def glossary_rows(job: PageJob) -> list[TemplateRecord]:
    """The glossary in the alphabetical order of the page's language, each with its initial.

    Words that refer to another term (`see`) are among them. Terms that every reader of both
    languages knows are `common`.
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
