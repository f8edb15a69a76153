"""Checks predefined agendas: their blocks exist, and there are enough breaks."""

from __future__ import annotations

from scripts.common.problems import Problem, did_you_mean
from scripts.content.agenda_blocks import (
    BREAK,
    LONGEST,
    agenda_blocks,
    longest_stretch,
    minutes_of,
)
from scripts.content.datasets import Datasets
from scripts.content.pages import Site
from scripts.language.locales import LOCALES


def check_own_agendas(site: Site, loaded: Datasets) -> list[Problem]:
    """Check the agendas that readers start from (data/own-agendas.yml).

    A block counts as unknown if one language lacks it.
    """
    parsed = loaded.files.get("own-agendas")
    if parsed is None or not loaded.complete or loaded.problems:
        # Otherwise unreadable blocks would be reported as unknown.
        return []
    languages = [
        {block.id: block for block in agenda_blocks(site, loaded.records, locale)}
        for locale in LOCALES
    ]
    known = [id_ for id_ in languages[0] if all(id_ in each for each in languages)]
    # A phase without any block lacks its agenda or has a wrong number, both reported elsewhere.
    phases = range(1, len(loaded.records.get("phases", [])) + 1)
    empty_phases = [f"{at}-" for at in phases if not any(id_.startswith(f"{at}-") for id_ in known)]
    reported_prefixes = (*_missing_prefixes(site, loaded), *empty_phases)
    problems = []
    for number, agenda in enumerate(loaded.records.get("own-agendas", [])):
        for at, row in enumerate(agenda["blocks"]):
            if row["block"] not in (BREAK, *known) and not row["block"].startswith(
                reported_prefixes
            ):
                fix = did_you_mean(row["block"], known) or (
                    "a block is the number of its phase and the English name of its line, "
                    "such as 4-write-alone, or the id of a tool, or break"
                )
                line = parsed.line((number, "blocks", at, "block"))
                what = f'unknown block "{row["block"]}"'
                problems.append(Problem(parsed.path, line, what, fix))
        stretch = longest_stretch(minutes_of(agenda, languages[0]))
        if stretch > LONGEST:
            what = f"{stretch} minutes go by without a break, and at most {LONGEST} may"
            line = parsed.line((number, "blocks"))
            fix = "put in - { block: break, minutes: 10 }"
            problems.append(Problem(parsed.path, line, what, fix))
    return problems


def _missing_prefixes(site: Site, loaded: Datasets) -> tuple[str, ...]:
    """The id prefixes of blocks whose page or short meeting is missing, as reported elsewhere."""
    pages = [
        {page.text("record") for page in site.of(locale).values() if page.kind == "phase"}
        for locale in LOCALES
    ]
    short_forms = {form["id"] for form in loaded.records.get("short-forms", [])}
    prefixes = []
    for phase in loaded.records.get("phases", []):
        if not all(phase["id"] in each for each in pages):
            prefixes.append(f"{phase['number']}-")
        if phase["id"] not in short_forms:
            prefixes.append(f"{phase['number']}s-")
    return tuple(prefixes)
