"""Checks the letters of data/letters.yml: unknown fields, unclosed blanks, missing letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.common.yaml_lines import Where, YamlText
from scripts.content.datasets import Datasets
from scripts.content.letter_texts import BLANK, FIELD, FIELDS, PLANNED
from scripts.content.pages import Site
from scripts.content.short_forms import LONG, VARIANTS

_PATH = "data/letters.yml"
# Fields that every invitation must have, for each kind of meeting.
_REQUIRED = ("when", "where")
_CODES = ("no", "en")
# The prefix of the keys in data/interface.yml that hold the texts shared by letters.
_SHARED = "letter."
_OPEN_FIELD, _OPEN_BLANK = re.compile(r"[{}]"), re.compile(r"[\[\]]")


def check_letter_texts(site: Site, loaded: Datasets, messages: YamlText) -> list[Problem]:
    """Check the invitations and thank-you letters of data/letters.yml.

    That each text is in both languages is checked by the schema.

    Args:
        site: The pages.
        loaded: The records.
        messages: data/interface.yml, which holds the texts shared by letters.
    """
    return [*_shared(messages), *_letters(site, loaded)]


def _shared(messages: YamlText) -> Iterator[Problem]:
    """Check the shared texts, which may only use fields that a plan fills in."""
    for where, text in messages.texts():
        if where and str(where[0]).startswith(_SHARED):
            for what, fix in _unfillable(text, PLANNED):
                yield Problem(messages.path, messages.line(where), what, fix)


def _letters(site: Site, loaded: Datasets) -> list[Problem]:
    parsed = loaded.files.get("letters")
    records: list[Any] = list(loaded.records.get("letters", []))
    if parsed is None or (parsed.data != [] and not records):
        # Unreadable files are reported elsewhere.
        return []
    phases = [phase["id"] for phase in loaded.records.get("phases", [])]
    problems = list(_missing(site, loaded, {record["id"] for record in records}))
    for number, record in enumerate(records):
        if phases and record["id"] not in phases:
            fix = did_you_mean(record["id"], phases) or "see data/phases.yml"
            what = f'unknown phase "{record["id"]}"'
            line, kind = parsed.line((number, "id")), Kind.UNKNOWN_PHASE
            problems.append(Problem(_PATH, line, what, fix, kind=kind, about=record["id"]))
        for name in ("invitation", "thanks"):
            problems += _letter(record[name], (number, name), parsed)
        problems += _lacking_fields(record["invitation"], (number, "invitation"), parsed)
    return problems


def _missing(site: Site, loaded: Datasets, existing: set[str]) -> Iterator[Problem]:
    """Report phases with a page, which offers letters, but without any letters."""
    parsed = loaded.files.get("phases")
    phases = loaded.records.get("phases", [])
    shown = {page.text("record") for page in site.pages if page.kind == "phase"}
    if parsed is None or not existing <= {phase["id"] for phase in phases}:
        # Letters with an unknown id may be those that seem to be missing.
        return
    for number, phase in enumerate(phases):
        if phase["id"] in shown - existing:
            what = f'the phase "{phase["id"]}" has no letters'
            yield Problem(parsed.path, parsed.line((number, "id")), what, f"write them in {_PATH}")


def _letter(letter: Any, where: Where, parsed: YamlText) -> Iterator[Problem]:
    texts: list[tuple[Where, Any]] = [((*where, "subject"), letter["subject"])]
    texts += [((*where, "paragraphs", at), each) for at, each in enumerate(letter["paragraphs"])]
    for key_path, text in texts:
        fields = {code: set(FIELD.findall(text[code])) for code in _CODES}
        for code in _CODES:
            line = parsed.line((*key_path, code))
            for what, fix in _unfillable(text[code], FIELDS):
                yield Problem(_PATH, line, what, fix)
        differ = fields["no"] ^ fields["en"]
        # A field that is misspelt in one language is reported already.
        is_misspelt = any(_OPEN_FIELD.search(FIELD.sub("", text[code])) for code in _CODES)
        if differ and not is_misspelt and fields["no"] | fields["en"] <= set(FIELDS):
            what = f"{', '.join(f'{{{name}}}' for name in sorted(differ))} stands in one language"
            yield Problem(
                _PATH, parsed.line((*key_path, "en")), what, "write it in both, or in none"
            )


def _unfillable(text: str, known: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what in a text would be sent literally, with the remedy."""
    for name in sorted(set(FIELD.findall(text)) - set(known)):
        fix = did_you_mean(name, known) or f"write one of: {', '.join(known)}"
        yield f"nothing fills in {{{name}}}", fix
    if _OPEN_FIELD.search(FIELD.sub("", text)):
        fix = "a field is written {day}, without spaces or hyphens"
        yield "a curly bracket stands in no field", fix
    if _OPEN_BLANK.search(BLANK.sub("", text)):
        fix = "write it as [name], with a bracket on each side"
        yield "a blank is not closed, or holds another", fix


def _lacking_fields(letter: Any, where: Where, parsed: YamlText) -> Iterator[Problem]:
    """Report the kinds of meeting whose invitation lacks the time or place."""
    for name in _REQUIRED:
        lacking = [
            meeting
            for meeting in (LONG, *VARIANTS)
            if not any(
                f"{{{name}}}" in each["no"] and meeting in each.get("in", (meeting,))
                for each in letter["paragraphs"]
            )
        ]
        if lacking:
            what = f"the invitation does not say {name} (meetings: {', '.join(lacking)})"
            yield Problem(_PATH, parsed.line(where), what, f"write {{{name}}} in a paragraph")
