"""What a check keeps is told only while all that it was found in stands as it did."""

from datetime import date

from scripts.checks.citations import check_citations
from scripts.checks.coverage import Coverage, check_coverage, coverage
from scripts.checks.facts import check_facts
from scripts.checks.front_matter import check_pages
from scripts.checks.headings import check_headings
from scripts.checks.links import check_links
from scripts.checks.local import check_data_texts, check_each_page
from scripts.checks.templates import check_templates
from scripts.common import kept_yaml
from scripts.common.json_schema import validator
from scripts.common.kept_yaml import KeptYaml
from scripts.common.paths import Project
from scripts.common.yaml_lines import YamlText, load_yaml
from scripts.content.datasets import Datasets
from scripts.content.page_cache import cached_of_files, cached_per_page
from scripts.content.pages import Site
from tests.unit.projects import write_pages


def test_a_row_that_moves_within_the_front_matter_moves_the_line_that_is_told(tmp_path):
    fault = 'title: "A\u200bb"\n'
    for rows, line in ((f"{fault}# en merknad\n", 2), (f"# en merknad\n{fault}", 3)):
        site = write_pages(tmp_path, {"no/a.md": f"---\n{rows}id: a\nkind: about\n---\nTekst.\n"})
        assert {each.line for each in check_each_page(site, Project(tmp_path))} == {line}


def test_a_text_that_moves_to_another_file_of_data_moves_the_path_that_is_told(tmp_path):
    project = Project(tmp_path)
    project.data.mkdir()
    fault = '- "a\u200bb"\n'
    for texts, path in (((fault, ""), "data/a.yml"), (("", fault), "data/b.yml")):
        for name, text in zip("ab", texts, strict=True):
            (project.data / f"{name}.yml").write_text(text, encoding="utf-8")
        files = {name: load_yaml(project.data / f"{name}.yml", tmp_path)[0] for name in "ab"}
        assert {each.path for each in check_data_texts(files, project)} == {path}


def test_a_template_that_can_be_read_again_is_read_although_it_is_empty(tmp_path):
    name = "overrides/components/x.html"
    project, outside = Project(tmp_path / "project"), tmp_path / "outside.html"
    path = project.root / name
    path.parent.mkdir(parents=True)
    outside.touch()
    path.symlink_to(outside)
    assert name in {each.path for each in check_templates(project, {})}
    path.unlink()
    path.touch()
    assert name not in {each.path for each in check_templates(project, {})}


def test_a_filter_that_nothing_knows_is_told_where_jinja_compiles_nothing(tmp_path):
    """Beside the blocks of a template that extends another."""
    path = tmp_path / "overrides/print/guide.html"
    path.parent.mkdir(parents=True)
    path.write_text('{% extends "print/base.html" %}\n{{ "x" | finnes }}\n')
    found = [str(each) for each in check_templates(Project(tmp_path), {})]
    assert (
        'overrides/print/guide.html:2: there is no filter "finnes" – mend the row, or put back '
        "what stood there"
    ) in found


def test_words_that_a_template_fills_are_missed_as_others_are(tmp_path):
    path = tmp_path / "overrides/print/guide.html"
    path.parent.mkdir(parents=True)
    path.write_text('{{ t("borte") }}\n{{ t("vekk", name=page.title) }}\n')
    words = {"skip": {"no": "Hopp", "en": "Skip"}}
    said = [each for each in check_templates(Project(tmp_path), words) if "lacks" in each.what]
    assert [(each.line, each.what) for each in said] == [
        (1, 'data/interface.yml lacks the words "borte"'),
        (2, 'data/interface.yml lacks the words "vekk"'),
    ]


def test_a_page_is_read_anew_when_it_or_what_its_result_depends_on_changes(tmp_path):
    read = []

    def look(page, said="", depends=""):
        pages = {"no/a.md": page, "no/b.md": "---\nid: b\nkind: about\n---\nB.\n"}
        site = write_pages(tmp_path, pages)
        read.clear()
        words = cached_per_page(
            tmp_path,
            "words",
            site.pages,
            lambda each: read.append(each.key) or each.body + said,
            lambda _: depends,
        )
        return words[0], read[:]

    first, then = (f"---\nid: a\nkind: about\n---\n{text}\n" for text in ("Før.", "Nå."))
    assert look(first) == ("Før.\n", ["a.md", "b.md"])
    assert look(first) == ("Før.\n", [])
    assert look(then) == ("Nå.\n", ["a.md"])
    assert look(then, "!", "x") == ("Nå.\n!", ["a.md", "b.md"])


def test_what_the_other_language_marks_as_the_sites_own_is_seen_when_it_changes(tmp_path):
    def told(attributes):
        page = "---\nid: a\nkind: concept\n---\n## Del {{ #part{} }}\n\nTekst om noe.\n"
        pages = {"no/a.md": page.format(attributes), "en/a.md": page.format("")}
        return [each.path for each in check_coverage(write_pages(tmp_path, pages))]

    assert told("") == ["docs/no/a.md", "docs/en/a.md"]
    assert told(" .editorial") == []
    assert told("") == ["docs/no/a.md", "docs/en/a.md"]


def test_statements_are_counted_as_they_stand_now(tmp_path):
    page = "---\nid: a\nkind: concept\n---\nEn. [@editorial]\n\nTo.{}\n"
    for mark, counted in (("", (0, 1, 0, 1)), (" [@x]", (1, 1, 0, 0))):
        site = write_pages(tmp_path, {"no/a.md": page.format(mark)})
        assert coverage(site) == Coverage(*counted)


def test_a_link_is_looked_at_anew_when_what_it_leads_to_comes_or_goes(tmp_path):
    page = "---\nid: {}\nkind: about\n---\n{}\n"
    link = page.format("a", "[Bilde](../assets/a.pdf) og [del](b.md#del)")
    picture = tmp_path / "docs/assets/a.pdf"

    def told(heading):
        other = page.format("b", f"## Del {{ #{heading} }}")
        site = write_pages(tmp_path, {"no/a.md": link, "no/b.md": other})
        return [each.about for each in check_links(site) if each.path == "docs/no/a.md"]

    assert told("del") == ["../assets/a.pdf"]
    picture.parent.mkdir(parents=True)
    picture.touch()
    assert told("del") == []
    assert told("annet") == ["b.md#del"]
    assert told("del") == []
    picture.unlink()
    assert told("del") == ["../assets/a.pdf"]


def test_what_a_page_leads_to_in_the_other_language_is_seen_when_it_comes(tmp_path):
    page = "---\nid: a\nkind: about\n---\n{}\n"

    def fix(**more):
        pages = {"no/a.md": page.format("[Side](b.md)")}
        (problem,) = check_links(write_pages(tmp_path, pages | more))
        return problem.fix

    assert fix() == "link to a page that there is, or take the link away"
    assert fix(**{"en/b.md": page.format("B.")}) == "write docs/no/b.md, or link elsewhere"


def test_a_citation_is_held_against_the_sources_and_the_original_as_they_are_now(tmp_path):
    page = "---\nid: a\nkind: about\n---\n{}\n"

    def told(known, norwegian):
        pages = {"no/a.md": page.format(norwegian), "en/a.md": page.format("Text. [@x]")}
        sources = dict.fromkeys(known)
        found = check_citations(
            write_pages(tmp_path, pages), sources, YamlText("data/sources.yml", None), Datasets()
        )
        return [(each.path, each.what) for each in found]

    same = "Tekst. [@x]"
    assert told(["x"], same) == []
    assert [what for _, what in told([], same)] == ['unknown source "x"'] * 2
    assert told(["x", "y"], "Tekst. [@y]") == [
        ("docs/en/a.md", "the lead lacks @y and adds @x against the original")
    ]
    assert told(["x", "y"], same) == []


def test_anchors_of_both_languages_are_compared_when_either_changes(tmp_path):
    page = "---\nid: a\nkind: about\n---\n## Del {{ #{} }}\n"

    def told(norwegian, english, records=None):
        pages = {"no/a.md": page.format(norwegian), "en/a.md": page.format(english)}
        return len(check_headings(write_pages(tmp_path, pages), records or {}))

    assert [told("x", "x"), told("y", "x"), told("y", "y"), told("y", "x")] == [0, 1, 0, 1]


def test_front_matter_is_held_against_its_schema_and_the_records_as_they_are_now(tmp_path):
    project = Project(tmp_path)
    project.schema("page").parent.mkdir(parents=True)
    page = "---\nid: a\nkind: municipality\nrecord: b\n---\nTekst.\n"

    def told(schema, records):
        validator.cache_clear()  # read once a run
        project.schema("page").write_text(schema, encoding="utf-8")
        site = write_pages(tmp_path, {"no/a.md": page})
        found = check_pages(site, project, {"municipalities": records})
        return {each.what for each in found if each.path == "docs/no/a.md"}

    unknown, missing = 'unknown record "b"', 'the key "title" is missing'
    assert unknown in told("{}", {"c"})
    assert unknown not in told("{}", {"b"})
    assert missing in told('{"required": ["title"]}', {"b"})
    assert missing not in told("{}", {"b"})


def test_what_is_found_in_data_is_found_anew_when_a_file_or_what_it_depends_on_changes(tmp_path):
    made = []

    def look(*digests, depends=""):
        made.clear()
        files = [YamlText(f"data/{at}.yml", [], digest=each) for at, each in enumerate(digests)]
        found = cached_of_files(tmp_path, "x", files, lambda: made.append(1) or digests, depends)
        return found, len(made)

    assert look("1", "2") == (("1", "2"), 1)
    assert look("1", "2") == (("1", "2"), 0)
    assert look("1", "3") == (("1", "3"), 1)
    assert look("1", "3", depends="day") == (("1", "3"), 1)
    # What stands in no file is never kept.
    assert [look("1", "")[1], look("1", "")[1]] == [1, 1]


def test_a_value_of_data_is_impossible_until_its_day_has_come(tmp_path):
    parsed = YamlText("data/timeline.yml", [{"date": "2026-11-30"}], digest="1")

    def told(day):
        return [each.what for each in check_facts(Site(tmp_path), Datasets(), {"t": parsed}, day)]

    assert len(told(date(2026, 11, 29))) == 1
    assert told(date(2026, 11, 30)) == []


def test_front_matter_is_parsed_anew_when_it_its_line_or_its_path_changes(tmp_path, monkeypatch):
    parsed = []
    parse = kept_yaml.parse_yaml
    monkeypatch.setattr(
        kept_yaml, "parse_yaml", lambda *given: parsed.append(given) or parse(*given)
    )

    def look(*given):
        parsed.clear()
        kept = KeptYaml(tmp_path, "front-matters")
        found, _ = kept.parse(*given)
        kept.save()
        return found.path, found.data, found.line(("a",)), len(parsed)

    assert look("a: 1", "x.md", 2) == ("x.md", {"a": 1}, 2, 1)
    assert look("a: 1", "x.md", 2) == ("x.md", {"a": 1}, 2, 0)
    assert look("a: 2", "x.md", 2) == ("x.md", {"a": 2}, 2, 1)
    assert look("a: 2", "y.md", 2) == ("y.md", {"a": 2}, 2, 1)
    assert look("a: 2", "y.md", 3) == ("y.md", {"a": 2}, 3, 1)
