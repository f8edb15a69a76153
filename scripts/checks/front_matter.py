"""Front matter, twins, ids and addresses of the pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from scripts.checks.page_names import check_names
from scripts.common.json_schema import check_schema, faulty_keys
from scripts.common.paths import Project
from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.content.datasets import BY_PAGE_TYPE
from scripts.content.pages import Site, SourcePage
from scripts.content.placeholders import LISTS, OWN_LISTS, placeholders
from scripts.language.locales import ENGLISH, LOCALES, NORWEGIAN, other

# Keys that belong to one language: only English addresses are written by hand,
# and only a translation has an original.
_ENGLISH_ONLY = ("url", "original")
_FRONT = "index.md"
_SAME_IN_TWINS = ("id", "kind", "record", "number", "minutes", "people", "relations")


def check_pages(site: Site, project: Project, records: dict[str, set[str]]) -> list[Problem]:
    """Everything about a page but its text; `records` are the ids by data file."""
    problems: list[Problem] = []
    told: dict[str, set[str]] = {}
    schema = project.schema("page")
    for page in site.pages:
        problems += _placeholders(page)
        if page.front_matter.data is None:
            continue
        misfits = check_schema(page.front_matter, schema)
        problems += misfits
        if not isinstance(page.front_matter.data, dict):
            continue
        faulty = faulty_keys(page.front_matter, schema) if misfits else set()
        of_record = _record(page, records, faulty)
        problems += [*_own_language(page, faulty), *of_record]
        told[page.path] = faulty
        if of_record:
            told[page.path].add("record")
    repeated = {key: _repeated(site.pages, key) for key in ("id", "url")}
    for key, twice in repeated.items():
        for problem in twice:
            # That its twin has another is no fault of its own.
            told.setdefault(problem.path, set()).add(key)
    problems += [*check_twins(site, told), *repeated["id"], *repeated["url"]]
    problems += [*check_names(site), *check_front(site)]
    return problems


def check_twins(site: Site, told: Mapping[str, set[str]]) -> list[Problem]:
    """Each page has a twin of the same name, id and kind, or says why it has none.

    `told` are the keys of each page that something else is wrong with.
    """
    problems = []
    for locale in LOCALES:
        ours, theirs = site.of(locale), site.of(other(locale))
        for key in sorted(set(ours) - set(theirs)):
            if ours[key].only:
                continue
            missing = f"docs/{other(locale).code}/{key}"
            near = did_you_mean(key, set(theirs) - set(ours))
            mend = f"write {missing}" + (f" ({near})" if near else "")
            path, what = ours[key].path, "the page has no twin"
            problems.append(Problem(path, 0, what, mend, kind=Kind.NO_TRANSLATION, about=key))
    norwegian, english = site.of(NORWEGIAN), site.of(ENGLISH)
    for key in sorted(set(norwegian) & set(english)):
        original, twin = norwegian[key], english[key]
        problems += _same_lists(original, twin)
        if not original.meta or not twin.meta:
            continue
        known = told.get(original.path, set()) | told.get(twin.path, set())
        for name in _SAME_IN_TWINS:
            first, second = original.meta.get(name), twin.meta.get(name)
            if first == second or name in known:
                continue
            what = f'{name} is "{second}", but "{first}" in {original.path}'
            if name not in twin.meta:
                what = f'the key "{name}" is missing, but stands in {original.path}'
            elif name not in original.meta:
                what = f'the key "{name}" stands here, but not in {original.path}'
            line = twin.front_matter.line((name,))
            problems.append(Problem(twin.path, line, what, "make the two the same"))
    return problems


def check_front(site: Site) -> list[Problem]:
    """Each language has a front page, without which no site can be built.

    Where its twin is there, `check_twins` tells what is missing.
    """
    return [
        Problem(
            f"docs/{locale.code}/{_FRONT}",
            0,
            "the front page is missing",
            "put it back, or write one",
            kind=Kind.NO_FRONT,
            about=_FRONT,
        )
        for locale in LOCALES
        if _FRONT not in site.of(locale)
        and ((twin := site.of(other(locale)).get(_FRONT)) is None or twin.only)
    ]


def _same_lists(original: SourcePage, twin: SourcePage) -> list[Problem]:
    """The lists that one of two twins shows and the other does not."""
    problems: list[Problem] = []
    shown = {each.name for page in (original, twin) for each in placeholders(page.body)}
    if not shown <= {*LISTS, *OWN_LISTS}:
        # A misspelt name has been told of; that the twin lacks it would be noise.
        return problems
    for page, other_page in ((original, twin), (twin, original)):
        named = {found.name for found in placeholders(other_page.body)}
        problems += [
            Problem(page.path, found.line, f"{{{{ {found.name} }}}} stands in one twin alone", mend)
            for found in placeholders(page.body, page.body_line)
            if found.name not in named and page.readable and other_page.readable
            for mend in [f"put it in {other_page.path} as well"]
        ]
    return problems


def _own_language(page: SourcePage, told: Collection[str]) -> list[Problem]:
    problems = []
    english = page.locale is ENGLISH
    for key in _ENGLISH_ONLY:
        if key in page.meta and not english:
            line = page.front_matter.line((key,))
            mend = "take it away: Norwegian addresses follow the file names"
            problems.append(Problem(page.path, line, f'"{key}" is for English pages', mend))
    if english and "url" not in page.meta and "url" not in told:
        mend = 'add the English address, for example "url: phases/anchoring/"'
        problems.append(Problem(page.path, 1, 'the key "url" is missing', mend))
    return problems


def _record(page: SourcePage, records: dict[str, set[str]], told: Collection[str]) -> list[Problem]:
    name = BY_PAGE_TYPE.get(page.kind)
    if name is None or ("record" in told and "record" not in page.meta):
        return []
    known = records.get(name, set())
    record = page.text("record")
    if "record" not in page.meta:
        mend = f"add the id of its record in data/{name}.yml"
        return [Problem(page.path, 1, f'a {page.kind} page needs the key "record"', mend)]
    if record and known and record not in known:
        mend = did_you_mean(record, known) or f"add its record to data/{name}.yml, or mend the id"
        line = page.front_matter.line(("record",))
        return [Problem(page.path, line, f'unknown record "{record}"', mend)]
    return []


def _placeholders(page: SourcePage) -> list[Problem]:
    # Without a kind we cannot know whether the page has a record.
    known = (*LISTS, *OWN_LISTS) if page.kind in {"", *BY_PAGE_TYPE} else LISTS
    return [
        Problem(
            page.path,
            found.line,
            f'unknown list "{found.name}"',
            did_you_mean(found.name, known) or f"use one of: {', '.join(known)}",
        )
        for found in placeholders(page.body, page.body_line)
        if found.name not in known
    ]


def _repeated(pages: Iterable[SourcePage], what: str) -> list[Problem]:
    groups: dict[tuple[str, str], list[SourcePage]] = defaultdict(list)
    for page in pages:
        value = page.id if what == "id" else page.url
        if not page.meta or (what == "id" and not value):
            continue
        if what == "url" and page.locale is ENGLISH and not isinstance(page.meta.get("url"), str):
            continue
        groups[page.locale.code if what == "id" else "", value].append(page)
    problems = []
    for (_, value), group in groups.items():
        for page in group[1:] if len(group) > 1 else []:
            line = page.front_matter.line((what,)) if what in page.meta else 0
            shown = f"/{value}" if what == "url" else value
            noun = "address" if what == "url" else "id"
            said = f'{group[0].path} has the same {noun}, "{shown}"'
            problems.append(Problem(page.path, line, said, f"give one of them another {noun}"))
    return problems
