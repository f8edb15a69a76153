"""Checks the glossary: each inflected form belongs to one term only, and terms are sorted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from scripts.common.problems import Problem
from scripts.common.yaml_lines import YamlText
from scripts.content.datasets import Datasets
from scripts.content.glossary import inflections
from scripts.language.formats import alphabetical
from scripts.language.locales import LOCALES


def check_glossary(records: Datasets) -> list[Problem]:
    """Report forms that two terms of one language share, and terms in the wrong order."""
    parsed = records.files.get("glossary")
    if parsed is None:
        return []
    problems = []
    for locale in LOCALES:
        owners: dict[str, str] = {}
        for number, term in enumerate(records.records.get("glossary", [])):
            for form in inflections(term, locale.code):
                owner = owners.setdefault(form.casefold(), term["id"])
                if owner == term["id"]:
                    continue
                line = _line_of(parsed, number, locale.code, form)
                what = f'the form "{form}" of "{term["id"]}" belongs to "{owner}" already'
                fix = f"take it from one of the two ({locale.name})"
                problems.append(Problem(parsed.path, line, what, fix))
    return [*problems, *_order(parsed, records)]


def _line_of(parsed: YamlText, number: int, code: str, form: str) -> int:
    """The line of a form in its list, or else that of the term itself."""
    record = parsed.data[number]
    listed = record.get("forms", {}).get(code, [])
    if form in listed:
        return parsed.line((number, "forms", code, listed.index(form)))
    return parsed.line((number, "term", code))


def _order(parsed: YamlText, records: Datasets) -> Iterator[Problem]:
    """Report terms out of Norwegian alphabetical order, which shows where a new one goes."""
    terms = records.records.get("glossary", [])
    for number, (before, term) in enumerate(pairwise(terms), 1):
        first, second = before["term"]["no"], term["term"]["no"]
        if alphabetical(first) > alphabetical(second):
            third = terms[number + 1]["term"]["no"] if number + 1 < len(terms) else None
            if third is not None and alphabetical(third) < alphabetical(first):
                # `before` is the misplaced one: the terms after it are in order.
                what = f'the term "{first}" stands before "{second}"'
                fix = "move its record down to its place: they are in alphabetical order"
                yield Problem(parsed.path, parsed.line((number - 1, "id")), what, fix)
                continue
            earlier = [each["term"]["no"] for each in terms[:number]]
            place = next(each for each in earlier if alphabetical(each) > alphabetical(second))
            what = f'the term "{second}" stands after "{first}"'
            fix = f'move its record above that of "{place}": they are in alphabetical order'
            yield Problem(parsed.path, parsed.line((number, "id")), what, fix)
