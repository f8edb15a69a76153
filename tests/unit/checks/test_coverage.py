"""Every statement cites a source, is marked as the site's own, or leads in to others."""

import pytest

from scripts.checks.coverage import Coverage, check_coverage, coverage
from tests.unit.projects import write_pages

PAGE = "---\ntitle: A\nid: {id}\nkind: {kind}\n---\n\n{text}\n"


def site_of(tmp_path, text, kind="concept", page_id="a"):
    return write_pages(tmp_path, {"no/a.md": PAGE.format(id=page_id, kind=kind, text=text)})


@pytest.mark.parametrize(
    "text",
    [
        "En påstand [@one].",
        "Ifølge @one er det slik [@one].",
        "En påstand [@one]. Vår slutning [@editorial].",
        "En påstand [@one]. Les [mer om den](../index.md).",
        "En påstand [@one], slik den er sitert:\n\n- ett [@one]",
        "> Et sitat [@one]\n> { lang=en }",
        "| a [@one] | vårt |",
        "Vår slutning [@editorial].",
        "Dette sier kildene:\n\n- ett [@one]\n- to [@two]",
        "## Råd { #advice .editorial }\n\nGjør slik.\n\n### Verksted { #w }\n\nTi minutter.",
        "{{ municipalities }}",
        "| Hva | Når |\n| --- | --- |\n| a | b [@one] |",
        "```\nkode\n```",
    ],
)
def test_covered_text_is_left_in_peace(tmp_path, text):
    assert check_coverage(site_of(tmp_path, text)) == []


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("En påstand.", "paragraph", 7),
        ("Oversatt sitat [@own-translation].", "paragraph", 7),
        ("Kilder:\n\n- ett [@one]\n- to", "item", 10),
        ("Dette er alt:", "paragraph", 7),
        ("| Hva |\n| --- |\n| a |", "row", 9),
        ("> Et sitat.", "quote", 7),
        ("Se `[@one]`.", "paragraph", 7),
    ],
)
def test_bare_statement_is_named_with_its_kind_and_line(tmp_path, text, kind, line):
    (problem,) = check_coverage(site_of(tmp_path, text))
    assert (problem.line, problem.what.split()[1]) == (line, kind)
    assert problem.what.endswith("cites nothing")


@pytest.mark.parametrize(
    ("text", "line", "shown"),
    [
        ("En påstand [@one]. Enda en.", 7, 'paragraph "Enda en."'),
        ("- En påstand [@one], og\n  enda en.", 7, 'item "og enda en."'),
        ("Vårt [@editorial]. Ukjent.", 7, 'paragraph "Ukjent."'),
    ],
)
def test_words_after_the_last_source_would_be_read_as_the_sites_own(tmp_path, text, line, shown):
    (problem,) = check_coverage(site_of(tmp_path, text))
    assert problem.line == line
    assert problem.what == f"the {shown} stands after the last source and cites nothing"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kilder:\n\n- ett [@one]\n- to", 'the item "to"'),
        ("Kilder:\n\n* ett [@one]\n* to", 'the item "to"'),
        ("| Hva |\n| --- |\n| a |", 'the row "a |"'),
        ("> Et sitat.", 'the quote "Et sitat."'),
    ],
)
def test_a_bare_statement_is_shown_by_its_words_and_not_by_its_signs(tmp_path, text, shown):
    (problem,) = check_coverage(site_of(tmp_path, text))
    assert problem.what == f"{shown} cites nothing"


def test_a_picture_without_a_source_is_told_as_one_and_with_its_own_mend(tmp_path):
    alone, within = "![Folk](a.png)", "![Folk](a.png) Noe er sant."
    (problem,) = check_coverage(site_of(tmp_path, f"![To](b.png)\n{alone}"))
    assert problem.what == 'the picture "To" names no source'
    assert problem.fix.startswith("write [@id] of its source behind it")
    (problem,) = check_coverage(site_of(tmp_path, within))
    assert problem.what.startswith("the paragraph ")


def test_section_after_an_editorial_one_must_cite_again(tmp_path):
    text = "## Råd { #advice .editorial }\n\nFritt.\n\n## Funn { #found }\n\nIkke fritt."
    (problem,) = check_coverage(site_of(tmp_path, text))
    assert problem.line == 13


def test_a_misspelt_kind_does_not_make_each_statement_of_the_page_a_fault(tmp_path):
    pages = {
        f"{code}/a.md": PAGE.format(id="a", kind=kind, text="Velkommen.")
        for code, kind in (("no", "abuot"), ("en", "about"))
    }
    assert check_coverage(write_pages(tmp_path, pages)) == []


@pytest.mark.parametrize("kind", ["home", "tool", "template", "papers", "about"])
def test_page_that_states_little_about_the_world_may_cite_where_it_does(tmp_path, kind):
    assert check_coverage(site_of(tmp_path, "Velkommen.", kind=kind)) == []


def test_the_list_of_all_pages_is_free_and_no_other_list(tmp_path):
    assert check_coverage(site_of(tmp_path, "Alle.", kind="list", page_id="all-pages")) == []
    assert len(check_coverage(site_of(tmp_path, "Alle.", kind="list", page_id="other"))) == 1


def test_a_site_without_statements_counts_none(tmp_path):
    assert coverage(site_of(tmp_path, "{{ people }}")) == Coverage(0, 0, 0)


def test_statements_are_counted_by_how_they_are_covered(tmp_path):
    text = "Ett [@one].\n\nTo [@editorial].\n\nTre:\n\n- fire [@one]\n- fem"
    counted = coverage(site_of(tmp_path, text))
    assert (counted.cited, counted.editorial, counted.lead_in, counted.bare) == (2, 1, 1, 1)
    assert counted.statements == 5
