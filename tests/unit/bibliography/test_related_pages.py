"""Pages belong together when they build on the same sources."""

from pathlib import Path

from scripts.bibliography.related_pages import related_pages
from tests.unit.projects import write_pages


def page(id_: str, kind: str = "concept") -> str:
    return f"---\ntitle: {id_}\nid: {id_}\nkind: {kind}\n---\n\nTekst.\n"


def cited(tmp_path: Path, kinds: dict[str, str], sources: dict[str, list[str]]):
    texts = {f"no/{name}.md": page(name, kind) for name, kind in kinds.items()}
    pages = {each.id: each for each in write_pages(tmp_path, texts).pages}
    return {source: [pages[name] for name in names] for source, names in sources.items()}


def ids(related, key):
    return [page.id for page in related.get(f"{key}.md", [])]


def test_a_source_that_two_pages_alone_cite_ties_them(tmp_path):
    kinds = dict.fromkeys(("a", "b", "c"), "concept")
    found = related_pages(cited(tmp_path, kinds, {"rare": ["a", "b"], "other": ["c"]}))
    assert ids(found, "a") == ["b"]
    assert ids(found, "b") == ["a"]
    assert ids(found, "c") == []


def test_a_source_that_everybody_cites_ties_nobody(tmp_path):
    kinds = dict.fromkeys("abcdef", "concept")
    found = related_pages(cited(tmp_path, kinds, {"everywhere": list("abcdef")}))
    assert all(pages == [] for pages in found.values())


def test_the_nearest_page_comes_first_and_four_at_most(tmp_path):
    kinds = dict.fromkeys("abcdefg", "concept")
    sources = {f"{name}-{at}": ["a", name] for at in range(2) for name in "bcdefg"}
    sources["third"] = ["a", "g"]
    found = related_pages(cited(tmp_path, kinds, sources))
    assert ids(found, "a") == ["g", "b", "c", "d"]


def test_lists_and_pages_about_the_site_belong_to_none(tmp_path):
    kinds = {"a": "concept", "b": "list", "c": "about"}
    found = related_pages(cited(tmp_path, kinds, {"rare": ["a", "b", "c"]}))
    assert ids(found, "a") == []
    assert ids(found, "b") == []


def test_three_pages_about_one_source_are_tied_and_four_are_not(tmp_path):
    kinds = dict.fromkeys("abcdefg", "concept")
    found = related_pages(cited(tmp_path, kinds, {"few": list("abc"), "many": list("defg")}))
    assert ids(found, "a") == ["b", "c"]
    assert ids(found, "d") == []


def test_weak_ties_over_several_sources_add_up(tmp_path):
    kinds = dict.fromkeys("abcde", "concept")
    found = related_pages(
        cited(tmp_path, kinds, {"one": list("abcde"), "two": ["a", "b", "c", "d"]})
    )
    assert ids(found, "a") == ["b", "c", "d"]


def test_every_kind_that_has_a_subject_belongs_together(tmp_path):
    kinds = {"a": "concept", "b": "municipality", "c": "publication"}
    found = related_pages(cited(tmp_path, kinds, {"rare": ["a", "b", "c"]}))
    assert ids(found, "a") == ["b", "c"]


def test_pages_without_a_subject_do_not_weaken_the_tie_of_those_with_one(tmp_path):
    kinds = {"a": "concept", "b": "concept", "c": "list", "d": "list", "e": "about"}
    found = related_pages(cited(tmp_path, kinds, {"rare": list("abcde")}))
    assert ids(found, "a") == ["b"]
