"""No two terms claim the same form: a link must know which term it means."""

from __future__ import annotations

from scripts.common.problems import Problem
from scripts.content.datasets import Datasets
from scripts.content.glossary import forms
from scripts.language.locales import LOCALES


def check_glossary(records: Datasets) -> list[Problem]:
    """Forms that stand under two terms of the same language, or twice under one."""
    parsed = records.files.get("glossary")
    if parsed is None:
        return []
    problems = []
    for locale in LOCALES:
        owners: dict[str, str] = {}
        for number, term in enumerate(records.records.get("glossary", [])):
            for form in forms(term, locale.code):
                owner = owners.setdefault(form.casefold(), term["id"])
                if owner == term["id"]:
                    continue
                line = parsed.line((number, "id"))
                what = f'the form "{form}" of "{term["id"]}" belongs to "{owner}" already'
                mend = f"take it from one of the two ({locale.name})"
                problems.append(Problem(parsed.path, line, what, mend))
    return problems
