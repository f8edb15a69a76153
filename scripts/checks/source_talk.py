"""Limits how often the text talks about its sources instead of its subject.

Readers come for what people did. Phrases about who wrote what accumulate unnoticed, page by
page, and so do facts that are repeated on every page. The report (`make report`) lists each
place; the check enforces a budget per phrase and language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scripts.checks.repeated_wordings import (
    PAGES,
    CitedText,
    Occurrence,
    RepeatedWording,
    cited_texts,
    repeated_wordings,
)
from scripts.common.problems import Problem
from scripts.content.markdown import mask_code
from scripts.content.page_cache import cached_per_page
from scripts.content.pages import Site, SourcePage
from scripts.language.locales import LOCALES


@dataclass(frozen=True)
class Budget:
    """A kind of phrase: its maximum number per language, its patterns, and the remedy."""

    name: str
    most: int
    patterns: dict[str, re.Pattern[str]]
    fix: str


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
class PageTalk:
    """What was found on a page: phrases by the name of their budget, and the text per citation."""

    phrases: dict[str, list[Occurrence]]
    cited: list[CitedText]


@dataclass
class Report:
    """The phrases and repeated wordings of a whole site."""

    site: Site

    @cached_property
    def _talk(self) -> dict[str, list[PageTalk]]:
        """What was found on each page, by language code."""
        return {
            locale.code: cached_per_page(
                self.site.root, f"source-talk-{locale.code}", self._pages(locale.code), _talk_of
            )
            for locale in LOCALES
        }

    @cached_property
    def phrases(self) -> dict[tuple[str, str], list[Occurrence]]:
        """The places of each kind of phrase, by its name and the language code."""
        return {
            (budget.name, locale.code): [
                place for talk in self._talk[locale.code] for place in talk.phrases[budget.name]
            ]
            for budget in BUDGETS
            for locale in LOCALES
        }

    @cached_property
    def repeated_wordings(self) -> list[RepeatedWording]:
        """The wordings on too many pages of a language, those on the most pages first."""
        wordings = [each for locale in LOCALES for each in self._repeated_in(locale.code)]
        return sorted(wordings, key=lambda each: (-len(each.places), each.places[0].path))

    def _repeated_in(self, code: str) -> list[RepeatedWording]:
        return repeated_wordings([cited for talk in self._talk[code] for cited in talk.cited])

    def _pages(self, code: str) -> list[SourcePage]:
        return [page for page in self.site.pages if page.locale.code == code and page.readable]


def check_source_talk(site: Site) -> list[Problem]:
    """Report exceeded budgets, and facts that are repeated on too many pages."""
    report = Report(site)
    problems = []
    for budget in BUDGETS:
        for locale in LOCALES:
            places = report.phrases[budget.name, locale.code]
            if len(places) <= budget.most:
                continue
            counted = f"{len(places)} times in the language (at most {budget.most})"
            what = f'"{budget.name}" stands {counted}'
            fix = f"{budget.fix} (make report lists all)"
            problems.append(Problem(places[-1].path, places[-1].line, what, fix))
    for each in report.repeated_wordings:
        last = each.places[-1]
        what = f'"{each.words} …" [@{each.source}] stands on {len(each.places)} pages'
        fix = f"tell it on at most {PAGES}, and link there from the others (make report lists all)"
        problems.append(Problem(last.path, last.line, what, fix))
    return problems


def report_lines(site: Site) -> Iterator[str]:
    """The report for editors, line by line."""
    report = Report(site)
    count = len(report.repeated_wordings)
    for budget in BUDGETS:
        for locale in LOCALES:
            places = report.phrases[budget.name, locale.code]
            yield f"{locale.name}: {budget.name}: {len(places)} (at most {budget.most})"
            yield from (f"  {place.path}:{place.line}: {place.text}" for place in places)
    yield f"Facts with the same source and wording on more than {PAGES} pages: {count}"
    for each in report.repeated_wordings:
        yield f'  [@{each.source}] "{each.words} …" on {len(each.places)} pages:'
        yield from (f"    {place.path}:{place.line}" for place in each.places)


def _talk_of(page: SourcePage) -> PageTalk:
    return PageTalk(
        {budget.name: list(_occurrences(page, budget)) for budget in BUDGETS}, cited_texts(page)
    )


def _occurrences(page: SourcePage, budget: Budget) -> Iterator[Occurrence]:
    pattern = budget.patterns[page.locale.code]
    for number, text in enumerate(mask_code(page.body).split("\n"), page.body_line):
        for match in pattern.finditer(text):
            yield Occurrence(page.path, number, " ".join(match.group().lstrip(" .!?:|-*").split()))
