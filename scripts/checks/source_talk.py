"""How much the text talks of its sources instead of its subject: counts, and a budget for each.

A reader came for what people did. Phrases on who wrote and what was read pile up unseen, one
page at a time, and a fact that is retold on every page hides the one where it belongs. The
report (`make report`) names each place; the check holds the budget.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scripts.checks.page_cache import cached_per_page
from scripts.checks.retold import PAGES, Place, Retold, Told, retold, told_in
from scripts.common.problems import Problem
from scripts.content.markdown import mask_code
from scripts.content.pages import Site, SourcePage
from scripts.language.locales import LOCALES


@dataclass(frozen=True)
class Budget:
    """A kind of phrase, how often a language may use it, and what to write instead."""

    name: str
    most: int
    patterns: dict[str, re.Pattern[str]]
    mend: str


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


BUDGETS = (
    Budget(
        "we have read",
        40,
        {
            "no": _pattern(r"\bvi (?:selv )?har(?: bare| ikke)? lest\b|\bhar vi(?: ikke)? lest\b"),
            "en": _pattern(r"\bwe have (?:only |not |never )?read\b|\bhave we (?:not )?read\b"),
        },
        "say what happened; how much was read stands with the source",
    ),
    Budget(
        "according to",
        90,
        {"no": _pattern(r"\bifølge\b"), "en": _pattern(r"\baccording to\b")},
        "let the note name the source, or let whoever speaks be the subject of the sentence",
    ),
    Budget(
        "what we do not know, put first",
        15,
        {
            "no": _pattern(
                r"(?:^|[.!?:]\s+|\|\s*|[-*]\s+)(?:Hva|Om|Hvor|Hvem|Hvordan|Når|Hvorfor)\s"
                r"[^.!?|\n]{3,160}?(?:vet vi ikke|er (?:ikke kjent|ukjent))"
            ),
            "en": _pattern(
                r"(?:^|[.!?:]\s+|\|\s*|[-*]\s+)(?:What|Whether|Where|Who|How|When|Why|Which)\s"
                r"[^.!?|\n]{3,160}?(?:we do not know|(?:is|are) (?:not known|unknown))"
            ),
        },
        "begin with who or what it is about, or move it to what we do not know",
    ),
)


@dataclass(frozen=True)
class Talk:
    """What one page says of its sources, by the name of a budget, and after which it says what."""

    phrases: dict[str, list[Place]]
    told: list[Told]


@dataclass
class Report:
    """What was counted in one site."""

    site: Site

    @cached_property
    def _talk(self) -> dict[str, list[Talk]]:
        """What was found in each page of a language."""
        return {
            locale.code: cached_per_page(
                self.site.root, f"source-talk-{locale.code}", self._pages(locale.code), _talk_of
            )
            for locale in LOCALES
        }

    @cached_property
    def phrases(self) -> dict[tuple[str, str], list[Place]]:
        """The places of each kind of phrase, by its name and the code of the language."""
        return {
            (budget.name, locale.code): [
                place for talk in self._talk[locale.code] for place in talk.phrases[budget.name]
            ]
            for budget in BUDGETS
            for locale in LOCALES
        }

    @cached_property
    def retold(self) -> list[Retold]:
        """The facts on more than three pages of a language, most pages first."""
        found = [each for locale in LOCALES for each in self._retold(locale.code)]
        return sorted(found, key=lambda each: (-len(each.places), each.places[0].path))

    def _retold(self, code: str) -> list[Retold]:
        return retold([told for talk in self._talk[code] for told in talk.told])

    def _pages(self, code: str) -> list[SourcePage]:
        return [page for page in self.site.pages if page.locale.code == code and page.readable]


def check_source_talk(site: Site) -> list[Problem]:
    """The budgets that a language goes over, and the facts told on a fourth page."""
    report = Report(site)
    problems = []
    for budget in BUDGETS:
        for locale in LOCALES:
            places = report.phrases[budget.name, locale.code]
            if len(places) <= budget.most:
                continue
            counted = f"{len(places)} times in the language (at most {budget.most})"
            what = f'"{budget.name}" stands {counted}'
            mend = f"{budget.mend} (make report lists all)"
            problems.append(Problem(places[-1].path, places[-1].line, what, mend))
    for each in report.retold:
        last = each.places[-1]
        what = f'"{each.words} …" [@{each.source}] stands on {len(each.places)} pages'
        mend = f"tell it on at most {PAGES}, and link there from the others (make report lists all)"
        problems.append(Problem(last.path, last.line, what, mend))
    return problems


def report_lines(site: Site) -> Iterator[str]:
    """The report for editors, line by line."""
    report = Report(site)
    for budget in BUDGETS:
        for locale in LOCALES:
            places = report.phrases[budget.name, locale.code]
            yield f"{locale.name}: {budget.name}: {len(places)} (at most {budget.most})"
            yield from (f"  {place.path}:{place.line}: {place.text}" for place in places)
    yield f"Facts with the same source and wording on more than {PAGES} pages: {len(report.retold)}"
    for each in report.retold:
        yield f'  [@{each.source}] "{each.words} …" on {len(each.places)} pages:'
        yield from (f"    {place.path}:{place.line}" for place in each.places)


def _talk_of(page: SourcePage) -> Talk:
    return Talk({budget.name: list(_places(page, budget)) for budget in BUDGETS}, told_in(page))


def _places(page: SourcePage, budget: Budget) -> Iterator[Place]:
    pattern = budget.patterns[page.locale.code]
    for number, row in enumerate(mask_code(page.body).split("\n"), page.body_line):
        for match in pattern.finditer(row):
            yield Place(page.path, number, " ".join(match.group().lstrip(" .!?:|-*").split()))
