"""How much the text talks of its sources instead of its subject: counts, and a budget for each.

A reader came for what people did. Phrases on who wrote and what was read pile up unseen, one
page at a time, and a fact that is retold on every page hides the one where it belongs. The
report (`make report`) names each place; the check holds the budget.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from scripts.checks.kept import in_each_page
from scripts.common.problems import Problem
from scripts.content.citations import MARKS, find_citations
from scripts.content.markdown import mask_code
from scripts.content.pages import Site, SourcePage
from scripts.content.statements import blocks
from scripts.language.locales import LOCALES

# As many words in a row, after one source, are the same wording.
_WORDS = 10
# A fact may be told in so many pages of a language.
PAGES = 3
_WORD = re.compile(r"[\w’'-]+")
_MARKUP = re.compile(r"\]\([^)]*\)|\{[^}]*\}|[*_\[\]|>#]")


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
class Place:
    """Where a phrase stands."""

    path: str
    line: int
    text: str


@dataclass(frozen=True)
class Retold:
    """A wording after one source that stands on more pages than it should."""

    source: str
    words: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Told:
    """What stands before a citation: the place, the sources, and the words in small letters."""

    path: str
    line: int
    sources: tuple[str, ...]
    text: str


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
            locale.code: in_each_page(
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
        found = [each for locale in LOCALES for each in _retold(self._talk[locale.code])]
        return sorted(found, key=lambda each: (-len(each.places), each.places[0].path))

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
    told = [
        Told(page.path, block.line, sources, _MARKUP.sub(" ", text).casefold())
        for block in blocks(page.body, page.body_line)
        for sources, text in _sentences(block.text)
    ]
    return Talk({budget.name: list(_places(page, budget)) for budget in BUDGETS}, told)


def _places(page: SourcePage, budget: Budget) -> Iterator[Place]:
    pattern = budget.patterns[page.locale.code]
    for number, row in enumerate(mask_code(page.body).split("\n"), page.body_line):
        for match in pattern.finditer(row):
            yield Place(page.path, number, " ".join(match.group().lstrip(" .!?:|-*").split()))


def _retold(talk: Iterable[Talk]) -> list[Retold]:
    """Wordings of one language; of those that overlap on the same pages, the first."""
    sentences = [told for page in talk for told in page.told]
    # Only what is cited on so many pages can be told on them.
    cited: dict[str, set[str]] = defaultdict(set)
    for told in sentences:
        for source in told.sources:
            cited[source].add(told.path)
    worded = [
        (told.path, told.line, often, _runs(told.text))
        for told in sentences
        if (often := [source for source in told.sources if len(cited[source]) > PAGES])
    ]
    # Most wordings stand on one page only, whatever they cite.
    on_page: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for path, _, _, runs in worded:
        on_page[path].update(runs)
    pages_with = Counter(run for runs in on_page.values() for run in runs)
    # Of each wording the pages, and the line where it stands first.
    places_of: dict[tuple[str, tuple[str, ...]], dict[str, int]] = defaultdict(dict)
    for path, line, often, runs in worded:
        for run in runs:
            if pages_with[run] > PAGES:
                for source in often:
                    places_of[source, run].setdefault(path, line)
    found: dict[tuple[str, ...], Retold] = {}
    for (source, run), places in places_of.items():
        if len(places) > PAGES:
            wording = " ".join(run)
            found_at = tuple(Place(path, line, wording) for path, line in places.items())
            found.setdefault((source, *places), Retold(source, wording, found_at))
    return list(found.values())


def _runs(text: str) -> list[tuple[str, ...]]:
    """Every so many words of a text that stand in a row."""
    words = _WORD.findall(text)
    return list(zip(*(words[at:] for at in range(_WORDS)), strict=False))


def _sentences(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """What stands before each citation, with the sources that it names."""
    begin = 0
    for citation in find_citations(text):
        if ids := tuple(cite.id for cite in citation.cites if cite.id not in MARKS):
            yield ids, text[begin : citation.start]
        begin = citation.end
