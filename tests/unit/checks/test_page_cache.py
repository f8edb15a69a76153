"""What a check keeps is told only while all that it was found in stands as it did."""

from scripts.checks.coverage import Coverage, check_coverage, coverage
from scripts.checks.local import check_data_texts, check_each_page
from scripts.checks.templates import check_templates
from scripts.common.paths import Project
from scripts.common.yaml_lines import load_yaml
from scripts.content.page_cache import cached_per_page
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
