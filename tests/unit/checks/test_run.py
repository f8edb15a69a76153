"""Every fault of an editor is found in one run and reported in one exact line.

The cases are folders in data/bad that anyone can open: the files that differ from
data/good, and the report they give.
"""

import pytest

from scripts.checks.run import checked_content
from scripts.common.json_schema import validator
from scripts.common.problems import ProblemsFound
from tests.unit.projects import (
    BAD,
    EXPECTED,
    GOOD,
    bad_project,
    deletions,
    edit,
    overlay,
    problems_of,
)

CASES = sorted(path for path in BAD.iterdir() if path.is_dir())
HISTORY = "docs/no/metoden/historie.md"
COUNTERPART = "docs/en/metoden/historie.md"
PHASES = "data/phases.yml"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_fault_is_reported_with_its_place_and_its_remedy(case, tmp_path):
    expected = (case / EXPECTED).read_text(encoding="utf-8").splitlines()
    assert expected, "a case without a report proves nothing"
    assert problems_of(bad_project(case, tmp_path / "project")) == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_holds_only_what_differs_from_the_good_project(case):
    for path in overlay(case):
        good = GOOD / path
        assert not good.exists() or good.read_bytes() != (case / path).read_bytes(), path
    for name in deletions(case):
        assert (GOOD / name).is_file(), name


def test_a_project_without_faults_has_nothing_reported(project):
    assert problems_of(project) == []
    assert len(checked_content(project).site.pages) == 8


def test_all_faults_of_a_run_are_in_the_one_message_that_stops_it(tmp_path):
    case = BAD / "everything-at-once"
    with pytest.raises(ProblemsFound) as found:
        checked_content(bad_project(case, tmp_path / "project"))
    lines = (case / EXPECTED).read_text(encoding="utf-8").splitlines()
    assert str(found.value).splitlines() == [
        *lines,
        f"{len(lines)} problems. Nothing was written.",
    ]


def test_page_without_english_counterpart_is_named_with_its_path(project):
    (project.root / COUNTERPART).unlink()
    edit(project, "docs/en/index.md", "(metoden/historie.md#beginning)", "(index.md)")
    assert problems_of(project) == [
        f"{HISTORY}: the page is missing in the other language – write {COUNTERPART}"
    ]


def test_page_without_norwegian_counterpart_is_named_with_its_path(project):
    text = (project.root / COUNTERPART).read_text(encoding="utf-8")
    text = text.replace("id: history", "id: critique").replace("method/history/", "critique/")
    (project.root / "docs/en/metoden/kritikk.md").write_text(text, encoding="utf-8")
    assert problems_of(project) == [
        "docs/en/metoden/kritikk.md: the page is missing in the other language – "
        "write docs/no/metoden/kritikk.md"
    ]


def test_renamed_page_is_told_of_the_name_its_counterpart_still_has(project):
    folder = project.root / "docs/en/faser"
    (folder / "forankring.md").rename(folder / "forankringen.md")
    assert (
        "docs/no/faser/forankring.md: the page is missing in the other language – "
        'write docs/en/faser/forankring.md (did you mean "faser/forankringen.md"?)'
    ) in problems_of(project)


@pytest.mark.parametrize("front_matter", ["", "# title: Historien\n", "~\n"])
def test_page_with_empty_front_matter_is_not_let_through(project, front_matter):
    for path in (HISTORY, COUNTERPART):
        file = project.root / path
        body = file.read_text(encoding="utf-8").split("---\n", 2)[2]
        file.write_text(f"---\n{front_matter}---\n{body}", encoding="utf-8")
    named = {problem.split(":")[0] for problem in problems_of(project)}
    assert named >= {HISTORY, COUNTERPART}


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        pytest.param(HISTORY, "kind: concept", "kind: concept\n2007: ja", id="number-as-key"),
        pytest.param(HISTORY, "kind: concept", "kind: concept\n~: ja", id="nothing-as-key"),
        pytest.param(HISTORY, "kind: concept", "kind: [concept]", id="list-as-kind"),
        pytest.param(HISTORY, "id: history", "id: [history]", id="list-as-id"),
        pytest.param(COUNTERPART, "url: method/history/", "url: 7", id="number-as-address"),
        pytest.param(HISTORY, "(../kommuner/", "(http://[kommuner]/", id="brackets-in-address"),
        pytest.param(PHASES, "number: 1", "number: [1]", id="list-as-number"),
        pytest.param(PHASES, "- id: phase-1", "- 7\n- id: phase-1", id="number-as-record"),
        pytest.param("data/sources.yml", "id: campaign", "id: [campaign]", id="list-as-source"),
        pytest.param("data/timeline.yml", '"1999"', '"1999-13"', id="month-of-an-event"),
        pytest.param("data/sources.yml", '"2007-05"', '"2007-00"', id="month-of-a-source"),
        pytest.param("mkdocs.yml", "docs_dir: docs", "<<<<<<< HEAD", id="conflict-mark"),
    ],
)
def test_what_an_editor_can_mistype_gives_a_report_and_no_traceback(project, path, old, new):
    edit(project, path, old, new)
    assert any(problem.startswith(f"{path}:") for problem in problems_of(project))


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        pytest.param(HISTORY, "før [@editorial]", "før, se @editorial", id="mark-without-brackets"),
        pytest.param(HISTORY, "år [@campaign]", "år [@campaign x]", id="only-citation-of-a-source"),
        pytest.param(HISTORY, "## Evalueringen { #evaluation }", "## Evalueringen", id="no-anchor"),
        pytest.param(HISTORY, "{ #evaluation }", "{ #cite-1-1 }", id="anchor-of-a-note"),
        pytest.param(HISTORY, "## Evalueringen { #evaluation }\n", "", id="no-heading"),
        pytest.param(HISTORY, "kind: concept", "kind:", id="empty-kind"),
        pytest.param(COUNTERPART, "url: method/history/", "url:", id="empty-address"),
        pytest.param("data/municipalities.yml", "trial", "trail", id="record-that-cites"),
    ],
)
def test_slip_of_one_editor_in_one_place_is_one_problem(project, path, old, new):
    edit(project, path, old, new)
    assert len(problems_of(project)) == 1


def test_page_not_in_utf_8_is_one_problem_since_the_page_is_there(project):
    file = project.root / HISTORY
    file.write_bytes(file.read_text(encoding="utf-8").encode("latin-1"))
    assert problems_of(project) == [
        f"{HISTORY}:5: the file is not in UTF-8 (byte 0xf8) – "
        "open it in its own encoding and save it as UTF-8"
    ]


def test_each_problem_is_one_line_even_where_the_yaml_reader_writes_two(project):
    edit(project, PHASES, "Ett ark", "Ett\x0bark")
    assert [problem for problem in problems_of(project) if "\n" in problem] == []


def test_key_left_empty_is_called_empty_and_not_by_a_word_of_python(project):
    edit(project, COUNTERPART, "title: The history", "title:")
    report = problems_of(project)
    assert len(report) == 1
    assert report[0].startswith(f"{COUNTERPART}:2: title is empty – ")


def test_key_in_only_one_language_is_not_called_none(project):
    edit(project, "docs/en/faser/forankring.md", "minutes: 120\n", "")
    report = problems_of(project)
    assert len(report) == 1
    assert "minutes" in report[0]
    assert "None" not in report[0]


def test_quotation_is_this_sites_translation_in_only_one_of_the_languages(project):
    edit(
        project,
        COUNTERPART,
        "campaign names no year [@campaign]",
        "‘year’ [@campaign] [@own-translation]",
    )
    assert problems_of(project) == []


def test_page_named_twice_in_nav_is_reported(project):
    edit(project, "mkdocs.yml", "  - Faser:\n", "  - metoden/historie.md\n  - Faser:\n")
    assert [problem for problem in problems_of(project) if "metoden/historie.md" in problem]


def test_nav_entry_is_named_with_its_own_line_and_not_that_of_a_longer_name(project):
    edit(
        project, "mkdocs.yml", "  - Kommuner:\n", "  - Nyere:\n      - historie.md\n  - Kommuner:\n"
    )
    lines = (project.root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    line = lines.index("      - historie.md") + 1
    assert [problem.split(" ")[0] for problem in problems_of(project)] == [f"mkdocs.yml:{line}:"]


def test_uncited_source_after_a_repeated_id_is_named_with_its_own_line(project):
    file = project.root / "data/sources.yml"
    first, *rest = file.read_text(encoding="utf-8").split("\n- ")
    unused = rest[-1].replace("id: magazine", "id: unused")
    file.write_text("\n- ".join([first, rest[0], *rest]) + f"- {unused}", encoding="utf-8")
    line = file.read_text(encoding="utf-8").splitlines().index("- id: unused") + 1
    (problem,) = [each for each in problems_of(project) if '"unused"' in each]
    assert problem.startswith(f"data/sources.yml:{line}: nothing cites")


def test_record_that_is_unknown_in_one_language_is_not_also_called_another_than_in_the_other(
    project,
):
    edit(project, "docs/en/kommuner/steinkjer.md", "record: steinkjer", "record: steinkjar")
    (problem,) = problems_of(project)
    assert 'unknown record "steinkjar" – did you mean "steinkjer"?' in problem


@pytest.mark.parametrize(
    ("path", "old", "said"),
    [
        ("docs/en/kommuner/steinkjer.md", "record: steinkjer\n", 'needs the key "record"'),
        ("docs/no/kommuner/steinkjer.md", "record: steinkjer\n", 'needs the key "record"'),
        ("docs/en/faser/forankring.md", "minutes: 120\n", 'the key "minutes" is missing, but'),
        ("docs/no/faser/forankring.md", "minutes: 120\n", 'the key "minutes" stands here, but not'),
    ],
)
def test_key_in_only_one_language_is_told_once_in_its_own_words(project, path, old, said):
    edit(project, path, old, "")
    (problem,) = problems_of(project)
    assert said in problem


def test_word_that_stands_twice_among_those_of_a_page_is_told_with_its_line(project):
    edit(project, "data/synonyms.yml", "[forside]", "[forside, start, Forside]")
    assert problems_of(project) == [
        'data/synonyms.yml:4: "Forside" stands twice in one list – keep one of them'
    ]


def test_nav_entry_like_no_page_is_answered_with_the_files_to_write(project):
    edit(project, "mkdocs.yml", "  - index.md\n", "  - index.md\n  - zzzzzzzz.md\n")
    (problem,) = problems_of(project)
    assert problem.endswith(
        "there is no such page – write docs/no/zzzzzzzz.md and docs/en/zzzzzzzz.md, "
        "or take the row away"
    )


@pytest.mark.parametrize("ending", ["Only the opening;", "Copy of Wikipedia, and", '""'])
def test_a_note_that_is_cut_short_is_told_of(project, ending):
    edit(project, "data/sources.yml", "    en: Only the opening was read.\n", f"    en: {ending}\n")
    (told,) = problems_of(project)
    assert told.startswith("data/sources.yml:35: ")
    assert told.endswith(" – end the note as a sentence ends")


def test_a_nav_that_is_no_list_is_told_once(project):
    text = project.config.read_text(encoding="utf-8")
    project.config.write_text(text.partition("\nnav:")[0] + "\nnav: alt\n", encoding="utf-8")
    assert [each for each in problems_of(project) if "nav" in each] == [
        "mkdocs.yml:15: nav is no list of pages – put the list back"
    ]


def test_a_schema_that_is_none_is_told_in_words_of_editors(tmp_path):
    path = tmp_path / "data" / "schema" / "tools.schema.json"
    path.parent.mkdir(parents=True)
    path.write_text('{"type": "banan"}')
    with pytest.raises(ProblemsFound, match="JSON Schema knows nothing like what stands at type"):
        validator(path)


def test_blocks_of_a_phase_with_another_number_are_told_by_that_number_alone(tmp_path):
    project = bad_project(BAD / "agenda-of-unknown-blocks", tmp_path / "project")
    assert any("unknown block" in each for each in problems_of(project))
    edit(project, PHASES, "number: 1\n", "number: 2\n")
    found = problems_of(project)
    assert any("is 2 – write 1" in each for each in found)
    assert not any('unknown block "1-' in each for each in found)


def test_an_id_of_a_source_that_does_not_fit_is_told_once_and_not_at_each_citation(project):
    edit(project, "data/sources.yml", "id: campaign\n", "id: Campaign\n")
    (problem,) = problems_of(project)
    assert 'the id "Campaign" does not fit' in problem
