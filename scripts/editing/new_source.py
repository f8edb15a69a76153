"""Creates records of data/sources.yml from pasted text.

No network request is made: whoever is online can paste the publisher's reference. A value that
the text lacks, or that only a reader of the source can give, becomes an empty key with a comment
on what belongs there; `make check` reports it until it is filled in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml

from scripts.checks.identifiers import doi_fault, isbn_fault, issn_fault
from scripts.checks.source_values import foreign_markup, reserved_id_fault
from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound, listed
from scripts.content.citations import MARKS
from scripts.content.evidence_classes import EVIDENCE_CLASSES
from scripts.content.sources import Source, load_sources
from scripts.editing.draft import Draft
from scripts.editing.pasted_fields import PEOPLE, Fields
from scripts.editing.pasted_source import fields_of

PATH = "data/sources.yml"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ORDER = (
    *PEOPLE, "title", "container-title", "collection-title", "publisher",
    "publisher-place", "issued", "edition", "volume", "issue", "page", "number", "ISBN", "ISSN",
    "DOI", "URL",
)  # fmt: skip
# Required key -> the comment on what belongs there.
_NEEDED = {
    "class": listed(list(EVIDENCE_CLASSES)),
    "type": "book, report, article-magazine, webpage …",
    "genre": "master or doctor",
    "title": "the title, as it stands there",
    "language": "nb, nn, en, sv, da, de or fi",
    "read": "full, part, abstract, contents, record or mention",
}
_FAULTS = (("DOI", doi_fault), ("ISBN", isbn_fault), ("ISSN", issn_fault))
_FORMS = "paste a DOI, an ISBN, a web address, or a reference as BibTeX, RIS or CSL-JSON"


def new_source(project: Project, text: str, id_: str = "") -> tuple[Draft, list[str]]:
    """The changes that add a record for each source in a text, and the new ids.

    Raises:
        ProblemsFound: nothing in the text is understood, an identifier is invalid, or the source
            exists already.
    """
    known, parsed, unreadable = load_sources(project)
    if not known and unreadable:
        raise ProblemsFound(unreadable)
    sources = fields_of(text)
    problems: list[Problem] = []
    if not sources:
        what = "nothing in it is understood" if text.strip() else "it is empty"
        problems = [Problem("SOURCE", 0, what, _FORMS)]
    if id_ and len(sources) > 1:
        problems.append(Problem("ID", 0, "the text holds several sources", "leave ID out"))
    if id_ and not _ID.fullmatch(id_):
        fix = "use small letters a–z, digits and single hyphens, such as nibr-2003"
        problems.append(Problem("ID", 0, f'"{id_}" cannot be an id', fix))
    if id_ in MARKS:
        problems.append(Problem("ID", 0, *reserved_id_fault(id_)))
    if id_ in known:
        line = parsed.line((list(known).index(id_),))
        what, fix = f'a source has the id "{id_}"', "choose another"
        problems.append(Problem(PATH, line, what, fix))
    for fields in sources:
        problems += [Problem("SOURCE", 0, *fault) for fault in _faults(fields)]
        candidates = known.values() if fields.keys() & {"DOI", "ISBN", "URL"} else ()
        for number, source in enumerate(candidates):
            if shared := _shared_identifier(fields, source):
                what = f'the source "{source.id}" has this {shared}'
                fix = f"cite it: [@{source.id}]"
                problems.append(Problem(PATH, parsed.line((number,)), what, fix))
    if problems:
        raise ProblemsFound(problems)
    draft, ids, records = Draft(project.root), list[str](), ""
    for fields in sources:
        ids.append(id_ or _generated_id(fields, {*known, *ids}))
        records += record(ids[-1], fields)
    before = draft.text(PATH).rstrip()
    draft.put(PATH, f"{before.removesuffix('[]')}\n{records}".lstrip("\n"))
    return draft, ids


def bare_dois(text: str) -> list[str]:
    """The DOIs in a text of which it says nothing else."""
    return [fields["DOI"] for fields in fields_of(text) if fields.keys() == {"DOI"}]


def whole_reference(doi: str) -> str:
    """What an editor who gave no more than a DOI is told: how to fetch the reference."""
    fetch = f"curl -LH 'Accept: application/x-bibtex' https://doi.org/{doi}"
    return (
        "Nothing was looked up. Where there is a network, take the record away, and run\n"
        f"  {fetch} | make new-source SOURCE=-\n"
    )


def _faults(fields: Fields) -> Iterator[tuple[str, str]]:
    """What is wrong with the values of a record, each with its remedy."""
    yield from fields.get("faults", ())
    for key, fault_of in _FAULTS:
        if key in fields and (fault := fault_of(fields[key])):
            yield fault
    if fields.get("faults"):
        return  # A truncated entry contains syntax of the fields that follow.
    people = [name for key in PEOPLE for name in fields.get(key, ())]
    texts = (fields.get(key, "") for key in _ORDER if key not in {"URL", "DOI"})
    for text in (*texts, *(part for name in people for part in name.values())):
        if isinstance(text, str) and (sign := foreign_markup(text)):
            yield sign


def record(id_: str, fields: Fields) -> str:
    """A record in the format of data/sources.yml, with empty keys for missing values."""
    rows = [f"- {_row('id', {'id': id_}).strip()}"]
    for key in ("class", "type", *(("genre",) if fields.get("type") == "thesis" else ())):
        rows.append(_row(key, fields))
    required = {*_NEEDED, *fields.get("unread", ())}
    rows += [_row(key, fields) for key in _ORDER if key in fields or key in required]
    rows += [_row(key, fields) for key in ("language", "read")]
    rows.append("  address: unchecked")
    return "\n".join(rows) + "\n"


def _row(key: str, fields: Fields) -> str:
    if not fields.get(key):
        unread = fields.get("unread", {}).get(key)
        comment = f'"{unread}" was not understood' if unread else _NEEDED[key]
        return f"  {key}: # missing: {comment}"
    value: Any = {key: fields[key]}
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=110).rstrip()
    return "\n".join(f"  {row}" for row in text.splitlines())


def _shared_identifier(fields: Fields, source: Source) -> str:
    """The identifier that a new source shares with an existing one, "" if none."""
    theirs: Any = source.record
    for key in ("DOI", "ISBN", "URL"):
        if key == "ISBN" and fields.get("type") == "chapter":
            continue  # chapters of one book share its number
        ours, other = (re.sub(r"[\s-]", "", str(each.get(key, ""))) for each in (fields, theirs))
        if ours and ours.casefold().rstrip("/") == other.casefold().rstrip("/"):
            return key
    return ""


def _generated_id(fields: Fields, taken: set[str]) -> str:
    """An unused id, from the first person and the year, else the title, else an identifier."""
    first: dict[str, str] = next(iter(fields.get("author") or fields.get("editor") or ()), {})
    name = _words(first.get("family") or first.get("literal") or "", 2)
    year = str(fields.get("issued", ""))[:4]
    named = name or _words(str(fields.get("title", "")), 3)
    identifier = next((str(fields[key]) for key in ("DOI", "ISBN", "URL") if key in fields), "")
    begin = "-".join(filter(None, (named, year))) if named else ""
    begin = begin or f"source-{_words(identifier.rpartition('/')[2], 6)}".rstrip("-")
    number, id_ = 1, begin
    while id_ in taken:
        number += 1
        id_ = f"{begin}-{number}"
    return id_


def _words(text: str, most: int) -> str:
    text = text.lower().replace("æ", "ae").replace("ø", "o")
    bare = unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", bare)[:most])
