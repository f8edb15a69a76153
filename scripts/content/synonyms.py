"""Loads and validates data/synonyms.yml: what readers call things."""

from __future__ import annotations

from dataclasses import dataclass, field

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Kind, Problem
from scripts.common.yaml_lines import Where, YamlText
from scripts.content.near_pages import near_id
from scripts.content.records import LocalisedTexts, SynonymsFile
from scripts.language.folding import fold, tokens
from scripts.language.locales import LOCALES


@dataclass
class SearchWords:
    """Groups of synonyms, names of pages by id, and stop words by language."""

    groups: list[LocalisedTexts] = field(default_factory=list)
    pages: dict[str, LocalisedTexts] = field(default_factory=dict)
    ignored: dict[str, list[str]] = field(default_factory=dict)

    def names(self, page_id: str) -> list[str]:
        """What readers call the subject of a page, in both languages."""
        names_by_language = self.pages.get(page_id, {})
        return [name for locale in LOCALES for name in names_by_language.get(locale.code, ())]


def load_search_words(
    project: Project, page_ids: set[str] | None
) -> tuple[SearchWords, list[Problem]]:
    """Load data/synonyms.yml; without `page_ids` (not all are known) pages are not checked.

    Returns:
        The words, and the problems of the file. There are no words when the file cannot be read
        or violates its schema.
    """
    parsed, unreadable, violations = load_data(project, "synonyms")
    if unreadable or violations:
        return SearchWords(), unreadable or violations
    data: SynonymsFile = parsed.data
    ignored = {code: text.casefold().split() for code, text in data["ignored"].items()}
    search_words = SearchWords(data["words"], data["pages"], ignored)
    return search_words, [*_group_problems(parsed), *_unknown_pages(parsed, page_ids)]


def _group_problems(parsed: YamlText) -> list[Problem]:
    """Groups of one word, which have no effect, and duplicates within a list."""
    problems = []
    for number, group in enumerate(parsed.data["words"]):
        if sum(len(names) for names in group.values()) < 2:
            fix = "add another word for the same thing, or take the group away"
            where: Where = ("words", number)
            problems.append(Problem(parsed.path, parsed.line(where), "a group of one word", fix))
        problems += _duplicates(parsed, ("words", number), group)
    for page_id, group in parsed.data["pages"].items():
        problems += _duplicates(parsed, ("pages", page_id), group)
    return problems


def _duplicates(parsed: YamlText, where: Where, group: LocalisedTexts) -> list[Problem]:
    problems = []
    for code, names in group.items():
        seen: set[tuple[str, ...]] = set()
        for index, name in enumerate(names):
            phrase = tuple(fold(word) for word in tokens(name))
            if phrase in seen:
                line = parsed.line((*where, code, index))
                what = f'"{name}" stands twice in one list'
                problems.append(Problem(parsed.path, line, what, "keep one of them"))
            seen.add(phrase)
    return problems


def _unknown_pages(parsed: YamlText, page_ids: set[str] | None) -> list[Problem]:
    if page_ids is None:
        return []
    problems = []
    for page_id in parsed.data["pages"]:
        if page_id not in page_ids:
            fix = near_id(page_id, page_ids) or "use the id of a page, or take the key away"
            line = parsed.line(("pages", page_id))
            what, kind = f'unknown page "{page_id}"', Kind.UNKNOWN_PAGE
            problems.append(Problem(parsed.path, line, what, fix, kind=kind, about=page_id))
    return problems
