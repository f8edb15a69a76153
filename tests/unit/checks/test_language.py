"""Slips of language are told with their line, and stop neither a build nor a preview."""

import re

import pytest

from scripts.checks.fix import fixed
from scripts.checks.names import check_names, known_names
from scripts.checks.plain_words import check_plain_words, plain_words
from scripts.checks.readability import MOST_LIX, MOST_WORDS, check_readability, report_lines
from scripts.checks.run import checked_content, load_content
from scripts.checks.typography import check_typography
from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.yaml_lines import YamlText, parse_yaml
from scripts.content.prose import Passage, running_text
from scripts.language.typography import SLIPS
from tests.unit.projects import ROOT, edit, problems_of, write_page

HISTORY = "docs/no/metoden/historie.md"


def passage(code, text):
    return Passage(f"docs/{code}/a.md", 7, code, running_text(text, code))


def mended(code, text):
    """A text after `--fix`, and whether something is left to say of it."""
    told = [each.__class__(each.path, each.line - 6, each.what, each.fix, each.rule)
            for each in check_typography(passage(code, text))]  # fmt: skip
    return fixed(text, told)


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("no", 'Han sa "nei takk" da.', "Han sa «nei takk» da."),
        ("no", "Han sa “nei takk” da.", "Han sa «nei takk» da."),
        ("en", 'He said "no" then.', "He said ‘no’ then."),
        ("no", "Han sa „nei takk“ da.", "Han sa «nei takk» da."),
        ("no", "Han sa »nei takk« da.", "Han sa «nei takk» da."),
        ("en", "He said „no“ then.", "He said ‘no’ then."),
        ("no", "Brevet av 01.05.2008 kom.", "Brevet av 1. mai 2008 kom."),
        ("no", "Fra 1.5.2008 til 2. 5. 2008.", "Fra 1. mai 2008 til 2. mai 2008."),
        ("en", "The letter of 1.5.2008 came.", "The letter of 1 May 2008 came."),
        ("no", "Det kostet 5 000,- kroner.", "Det kostet 5 000 kroner."),
        ("no", "Det kostet kr 5 000,–.", "Det kostet 5 000 kroner."),
        ("no", "Det kostet NOK 500,-.", "Det kostet 500 kroner."),
        ("no", "Det kostet 1 500,-- den gangen.", "Det kostet 1 500 kroner den gangen."),
        ("no", "Han sa 'nei takk' da.", "Han sa «nei takk» da."),
        ("en", "He said «no» then.", "He said ‘no’ then."),
        ("en", "The council's plan.", "The council’s plan."),
        ("no", "Det gikk - nesten - bra.", "Det gikk – nesten – bra."),
        ("en", "It went—almost—well.", "It went – almost – well."),
        ("no", "Hele 12 % var med.", "Hele 12 prosent var med."),
        ("en", "It was 12% of all.", "It was 12 per cent of all."),
        ("no", "Programmet 2007-2009 varte.", "Programmet 2007–2009 varte."),
        ("no", "Og så videre...", "Og så videre…"),
        ("no", "Ja , det gikk.", "Ja, det gikk."),
        ("no", "De sparte 12000 kroner.", "De sparte 12 000 kroner."),
        ("en", "They saved 1200000 kroner.", "They saved 1,200,000 kroner."),
        ("no", "Den steg 1.5 prosent.", "Den steg 1,5 prosent."),
        ("no", "Det var 3 mars 2007.", "Det var 3. mars 2007."),
        ("no", "Det var 3. Mars 2007.", "Det var 3. mars 2007."),
        ("en", "It was March 3, 2007 then.", "It was 3 March 2007 then."),
        ("en", "It was the 3rd of March then.", "It was the 3 March then."),
        ("en", "On March 3rd, they met.", "On 3 March, they met."),
        ("en", "On March 3 2007 they met.", "On 3 March 2007 they met."),
        ("no", "[r](x.no/1998-2000) for 1998-2000", "[r](x.no/1998-2000) for 1998–2000"),
        ("no", "«i 1998-2000» … 1998-2000 sier", "«i 1998-2000» … 1998–2000 sier"),
        ("no", "Fra A-1998-2000 til 1998-2000 og", "Fra A-1998-2000 til 1998–2000 og"),
        ("no", "`1998-2000` for 1998-2000 og 1998-2000", "`1998-2000` for 1998–2000 og 1998–2000"),
        ("en", 'He said "12% of all" then.', "He said ‘12% of all’ then."),
        ("no", "Fra 2007-2009 og så...", "Fra 2007–2009 og så…"),
        ("en", "They organized it.", "They organised it."),
        ("en", "An analyzed organization.", "An analysed organisation."),
    ],
)
def test_a_sign_of_the_wrong_kind_is_told_and_mended(code, text, right):
    assert mended(code, text) == right
    assert list(check_typography(passage(code, right))) == []


def test_what_is_masked_in_a_quotation_is_shown_as_left_out():
    (problem,) = check_typography(passage("en", "A text «`code`» of it."))
    assert problem.what.startswith('"«…»"')
    assert problem.fix == 'write "‘…’"'


@pytest.mark.parametrize(
    ("code", "text", "mend"),
    [
        ("no", "De sparte 12,000 kroner.", "12 000"),
        ("en", "They saved 12 000 kroner.", "12,000"),
        ("en", "It rose 1,5 points.", "1.5"),
        ("en", "In May 10 municipalities joined.", "write the day first"),
        ("no", "De sparte 120000000 kroner.", "12 000 000"),
        ("en", "They saved 120000000 kroner.", "12,000,000"),
        ("no", "Det er er bra.", "take one away"),
        ("en", "They met the\nthe mayor.", "take one away"),
    ],
)
def test_what_only_a_person_can_mend_is_told_and_left(code, text, mend):
    (problem,) = check_typography(passage(code, text))
    assert mend in problem.fix
    assert problem.line == 7
    assert mended(code, text) == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("no", "Se `git log - n` og https://example.org/1998-2001/12345."),
        ("no", "Kommuneloven §§ 5-3 og 13-1, ISBN 978-82-7452-012-3, DOI 10.4324/97802-24."),
        ("no", "Ring telefon 97012345, tlf. 97012345 eller Telefon: 116117 nå."),
        ("no", "Se ISBN 9788212345678 der."),
        ("en", "Phone 97012345 or telephone 116117, and see ISSN: 15041234 there."),
        ("no", "I KS’ opplegg var det det samme. Versjon 4.0 kom 2026-11-28."),
        ("no", "Han kalte det «the organized ‘way’»."),
        ("no", "- et punkt\n- et annet\n\n| a | b |\n| - | - |\n| 1 | - |"),
        ("en", "The size of the prize: 1,234 and 2.76. Citizens seized it."),
        ("en", "He said that that had had no use. See ‘April 15th 2010’."),
        ("en", "On 3 March 2007, in May 2008 and 1998–2001 – and then … ."),
        ("en", "They call it *organisasjonen er er*{ lang=nb }."),
    ],
)
def test_what_is_written_right_or_is_no_text_is_left_alone(code, text):
    assert list(map(str, check_typography(passage(code, text)))) == []


def test_what_is_no_text_is_not_shown_in_a_message():
    text = '[lenke "x"](roller.md "tit-tel 1-2"). "Se [boka](b.md) nå".'
    first, second = check_typography(passage("no", text))
    assert first.what == '""x"" is no Norwegian quotation'
    assert second.fix == 'write "«Se [boka… nå»."'


def test_every_rule_of_signs_says_what_to_do():
    assert [slip.what for slip in SLIPS if not slip.fix and not slip.ask] == []


WORDS = plain_words(
    {"no": [{"words": ["i forbindelse med"], "write": "om"}], "en": []},
    [{"id": "t", "term": {"no": "a", "en": "consultation"}, "avoid": {"en": ["Joint Talk"]}}],
)


def test_a_heavy_word_is_told_with_the_better_one_also_where_it_is_stressed():
    found = list(check_plain_words(passage("no", "Og\n\nI *forbindelse* med dette."), WORDS))
    assert list(map(str, found)) == [
        'docs/no/a.md:9: "I forbindelse med" is heavy – write: om'
    ]  # fmt: skip


def test_a_rendering_that_misleads_is_told_with_the_term_of_the_glossary():
    (problem,) = check_plain_words(passage("en", "After a joint talk they went."), WORDS)
    assert str(problem) == (
        'docs/en/a.md:7: "joint talk" misleads – write "consultation" (data/glossary.yml, t)'
    )


@pytest.mark.parametrize(
    "text",
    [
        "«Noe i forbindelse med dette», sa hun.",
        "> Noe i forbindelse med dette.",
        "Koden `i forbindelse med` er en streng.",
        "Forbindelsen med dem var god.",
    ],
)
def test_what_others_said_is_not_held_to_our_words(text):
    assert list(check_plain_words(passage("no", text), WORDS)) == []


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("    write: om, ved, når, under\n", "", 'the key "write" is missing'),
        ("  - words: [i forbindelse med]\n    write", "  - write", 'the key "words" is missing'),
        ("[i forbindelse med]", "[2007, i forbindelse med]", "is a number"),
        ("[i forbindelse med]", '["…"]', '"…" does not fit'),
        ("[i forbindelse med]", '[" "]', "is blank"),
    ],
)
def test_a_faulty_list_of_heavy_words_is_told_in_one_line(project, old, new, what):
    edit(project, "data/plain-words.yml", old, new)
    edit(project, HISTORY, "Tekst [@editorial].", "I forbindelse med dette [@editorial].")
    (line,) = problems_of(project)
    assert line.startswith("data/plain-words.yml:")
    assert what in line


@pytest.mark.parametrize("data", ["- iverksette\n", "7\n", '"no": 5\nen: []\n', "~\n"])
def test_a_list_of_heavy_words_of_another_shape_is_told(project, data):
    (project.root / "data" / "plain-words.yml").write_text(data, encoding="utf-8")
    assert all(line.startswith("data/plain-words.yml:") for line in problems_of(project))
    assert problems_of(project)


def test_a_rendering_without_a_letter_is_told(project):
    edit(project, "data/glossary.yml", "  english: own\n", '  english: own\n  avoid: {en: ["–"]}\n')
    assert [line for line in problems_of(project) if '"–" does not fit' in line]


@pytest.mark.parametrize("word", ["i  henhold  til", " i henhold til ", "i_henhold til"])
def test_spaces_around_and_within_a_heavy_word_make_no_difference(word):
    words = plain_words({"no": [{"words": [word], "write": "etter"}], "en": []}, [])
    (problem,) = check_plain_words(passage("no", "Det var i henhold til planen."), words)
    assert str(problem) == 'docs/no/a.md:7: "i henhold til" is heavy – write: etter'


@pytest.mark.parametrize("word", ["…", "", " ", "*", "i henhold til"])
def test_what_is_no_heavy_word_is_found_nowhere(word):
    words = plain_words({"no": [{"words": [word], "write": "etter"}], "en": []}, [])
    assert list(check_plain_words(passage("no", "Nå … * i henhold tıl dette."), words)) == []


def known(names=(), **files):
    parsed = {name: parse_yaml(text, f"data/{name}.yml")[0] for name, text in files.items()}
    return known_names(parsed, names)


NAMES = known(
    ["Sogndal"],
    people="- {name: Rita Winness}\n- {name: Fagforbundet}\n",
    municipalities="- {name: Steinkjer}\n- {name: Øvre Eiker}\n- {name: Songdalen}\n",
)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Stenkjer", "Steinkjer"),
        ("Steinkjær", "Steinkjer"),
        ("Steinkejr", "Steinkjer"),
        ("Stenkjers", "Steinkjer"),
        ("Winnes", "Winness"),
        ("Fagforbunde", "Fagforbundet"),
        ("Sogndalen", "Songdalen"),
    ],
)
def test_a_name_that_is_a_letter_off_is_told_with_the_right_one(said, meant):
    (problem,) = check_names(passage("no", f"De var i {said} da."), NAMES)
    assert f'"{said}" looks like a slip for "{meant}"' in problem.what
    assert "data/words/names.txt" in problem.fix


@pytest.mark.parametrize(
    "text",
    [
        "De var i Steinkjer, i Steinkjers sentrum og i Sogndal.",
        "Ditt. Stenkjer står først i setningen, der alle ord har stor bokstav.",
        "De skrev «fra Stenkjer» om det.",
        "Hun het Winter og bodde i Stein.",
    ],
)
def test_right_names_other_names_and_quoted_ones_are_no_slips(text):
    assert list(check_names(passage("no", text), NAMES)) == []


def test_a_sentence_of_too_many_words_is_told_with_their_number(tmp_path):
    long = " ".join(["ord"] * (MOST_WORDS + 1))
    (page,) = write_page(tmp_path, f"Kort.\n\n{long.capitalize()}.").pages
    (problem,) = check_readability(page)
    assert problem.line == 8
    assert f"has {MOST_WORDS + 1} words" in problem.what


@pytest.mark.parametrize("kind", ["| {} |\n| --- |\n| {} |", "> {}", "- {}", "## {} {{ #a }}"])
def test_tables_quotations_headings_and_lists_of_names_are_not_measured(tmp_path, kind):
    long = " ".join(["navn"] * (MOST_WORDS + 1))
    end = "." if kind[0] != "-" else ""
    (page,) = write_page(tmp_path, kind.format(long + end, long + end)).pages
    assert list(check_readability(page)) == []


def test_a_heavy_page_is_told_and_stands_first_in_the_report(tmp_path):
    heavy = "Organisasjonsutviklingsprosjektene forutsetter medvirkningsordninger. " * 40
    site = write_page(tmp_path, heavy)
    (problem,) = check_readability(site.pages[0])
    assert re.search(rf"LIX \d+\.\d, at most {MOST_LIX}", problem.what)
    assert "docs/no/a.md: LIX" in "\n".join(report_lines(site))


def test_a_slip_of_language_fails_the_check_and_stops_no_build(project):
    edit(project, HISTORY, "Tekst [@editorial].", "Tekst i 2007-2009 [@editorial].")
    told = load_content(project).problems
    assert [each.rule for each in told] == ["typography"]
    assert checked_content(project).problems == told
    assert checked_content(project, preview=True).problems == told


def test_a_page_that_did_not_change_is_not_read_again(project, monkeypatch):
    assert load_content(project).problems == []
    monkeypatch.setattr("scripts.checks.readability.check_readability", None)
    monkeypatch.setattr("scripts.checks.typography.check_typography", None)
    assert load_content(project).problems == []


def test_the_words_to_avoid_are_those_of_no_plain_one():
    """A better word that is itself on the list would send an editor in a circle."""
    parsed, *_ = load_data(Project(ROOT), "plain-words")
    for code in ("no", "en"):
        listed = [word for row in parsed.data[code] for word in row["words"]]
        assert len(listed) == len(set(map(str.casefold, listed)))
        better = {w.strip() for row in parsed.data[code] for w in row["write"].split(",")}
        assert better.isdisjoint(listed)


def test_a_blank_name_is_told_as_such_and_hides_no_other():
    people = YamlText("data/people.yml", [{"name": "  "}, {"name": "Kari Moestad"}])
    assert "Moestad" in known_names({"people": people}, []).names


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("no", "Ingen undersøkelse sammen-\nligner dem."),
        ("no", "Ingen undersøkelse sammen- ligner dem."),
        ("en", "No study com-\npares them."),
        ("no", "> Han sa at de sammen-\n> ligner."),
        ("no", "Brevet av 01.05.08 kom."),
        ("no", "Brevet av 1/5/2008 kom."),
        ("en", "The letter of 01/05/2008 came."),
        ("no", "Det kostet $5."),
        ("en", "It cost 5,000,- then."),
    ],
)
def test_what_a_pdf_or_an_invoice_leaves_is_told_where_only_a_person_knows_the_mend(code, text):
    assert len(list(check_typography(passage(code, text)))) == 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("no", "Det gjelder for- og etterarbeid, inn-\nog utland."),
        ("no", "Både «fin» og «god» var ord."),
        ("no", "Se artikkel 6.91.29651 og punkt 3.1.12, versjon 1.13.2008."),
        ("en", "It cost $5,000, pre- and post-war."),
        ("en", "Half of 1/2 and 24/7 work."),
        ("no", "Det er 5, 6 og 7,5 – og 2008, – ja."),
        ("no", "Se § 1.5.2008, punkt 1.5.2008 og vedlegg 3.1.1998."),
        ("no", "Boka har ISBN 82-7422-1.5.2008, og Fagbladet 1/2-2008 skrev om den."),
        ("no", "Arbeid i hel- enn deltid, natt- kontra dagarbeid og inn- så vel som utland."),
        ("en", "Full- rather than part-time work, and short- if not long-term."),
    ],
)
def test_good_text_that_looks_like_them_is_left_in_peace(code, text):
    assert list(check_typography(passage(code, text))) == []
