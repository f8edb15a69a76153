"""Nothing is published as it was typed: what this site does not know is told with its place."""

import pytest

from scripts.content.foreign_syntax import FOREIGN
from tests.unit.projects import edit, problems_of

HISTORY = "docs/no/metoden/historie.md"
TEXT = "Hva sto i avtalene?"


def told(project, text):
    edit(project, HISTORY, TEXT, text)
    found = [
        problem
        for problem in problems_of(project)
        if "as it stands" in problem or "would be no link" in problem
    ]
    return [int(problem.removeprefix(f"{HISTORY}:").split(":")[0]) - 23 for problem in found]


@pytest.mark.parametrize(
    "text",
    [
        '!!! note "Merk"\n    Innhold.',
        "??? tip\n    Innhold.",
        "> [!NOTE]\n> Innhold.",
        '=== "Fane"\n\nTekst.',
        "::: innhold\nTekst.\n:::",
        "- Punkt[^1] her.",
        "Tekst.^[en note i teksten]",
        "Dette er ~~strøket~~ nå.",
        "Dette er ~strøket~ nå.",
        "Lønn &nbps; og mer.",
        "Dette er ==merket== nå.",
        "Trykk ++ctrl+c++ nå.",
        "Et areal på 12 m^2^ der.",
        "Formelen er H~2~O her.",
        "Så fint :smile: dette.",
        "Summen er $$a + b$$ her.",
        "$$\na + b\n$$",
        "\\newpage",
        "\\pagebreak[2]",
        "Verdien $x$ er ukjent.",
        "Se [[historien]] her.",
        "Se [historien][ref] her.",
        "Se [historien] (../index.md) her.",
        "Se (historien)[../index.md] her.",
        "Se [historien]() her.",
        "Et [ord]{.stort} her.",
        "- [] boks\n- [ ] en til",
        "{% include x %}",
        "--8<-- \"fil.md\"",
        "Se https://example.org/x her.",
        "Se www.example.org/x.",
        "Noe {{ municipalities }} her.",
        "Noe {{ ukjent }} her.",
        " {{ municipalities }}",
        "> {{ municipalities }}",
        "Tekst\n{{ municipalities }}",
        "```\naldri lukket",
        "Linje\\\nbrutt.",
        'Se "https://example.org/x" her.',
        "Adresse=https://example.org/x her.",
        "Se Https://example.org/x og WWW.example.org her.",
        "Se ftp://example.org/x her.",
        "Skriv \\`==x== nå\\`.",
        "Tekst %%husk kilde%% her.",
        "%%\nhusk kilde\n%%",
        "Svaret er ||skjult|| her.",
        "{info}Tekst{info}",
        "{panel:title=Merk}",
        "Se \\cite{x} her.",
        "(@) En\n(@) To",
        "[ ] Gjør dette",
        "Et ord ^blokk",
        "Et areal på 12 m^2 der.",
        "Stort: 10^-3 der.",
        "Et **viktig* ord.",
        "Et *viktig** ord.",
        "Et '''fett''' og ''kursivt'' ord.",
        'Se "lenke":https://x.no her.',
        "Skriv til post@moss.kommune.no her.",
        "E-post: mailto:post@moss.kommune.no.",
    ],
)  # fmt: skip
def test_a_sign_of_another_program_is_told(project, text):
    assert told(project, text)


@pytest.mark.parametrize(
    "text",
    [
        "Se <https://example.org/x> og [her](https://example.org/y).",
        "Skriv til <navn@www.example.org> eller `https://example.org`.",
        "Skriv til [kontoret](mailto:post@moss.no) eller [post@moss.no](mailto:post@moss.no).",
        "Pakken x@1.2.3, kontoen @navn@sosial.no og a\\@b.no.",
        "Prisen er 5 % og 100 %, og a || b.",
        "| A | B |\n| --- | --- |\n|a||b||",
        "Et **fett** og *kursivt **og fett** ord*, og ***begge***, 3 * 4.",
        "Huset er 5' og 6' høyt, og 'nei' er et svar.",
        "Skriv `!!! note`, `~~x~~`, `[^1]` og `{{ navn }}` slik.",
        "```\n!!! note\n{{ navn }}\n```",
        "Klokka 10:30:15 sto 3 == 3 og C++ og C++ der.",
        "Et [ord i klammer] og [et til].",
        "- [ ] [lenke](../index.md)\n- [x] boks",
        "*tittel*{ lang=en } og [lenke](../index.md){ .stor }",
        "Tegnet \\[^1] og prisen 5 $ og 6 $.",
        "Merk: dette er en setning; :-) er ikke noe tegn.",
        "Først 1^ så 2^ til slutt.",
        "Utgave ~2010 og ~2012.",
    ],
)
def test_what_becomes_what_it_looks_like_is_left_in_peace(project, text):
    assert told(project, text) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Det er 5*3*2 meter.", "5*3*2"),
        ("Lengde 2*3 og bredde 4*5 der.", "2*3 og bredde 4*5"),
        ("En lærer*innen og bruker*en der.", "lærer*innen og bruker*en"),
    ],
)
def test_stars_within_words_and_numbers_are_told_and_can_be_written(project, text, shown):
    edit(project, HISTORY, TEXT, text)
    (said,) = (each for each in problems_of(project) if "stars" in each)
    assert f'"{shown}" would be published without its stars' in said
    edit(project, HISTORY, text, text.replace("*", "\\*"))
    assert not any("stars" in each for each in problems_of(project))


@pytest.mark.parametrize("text", ["Et *ord* og *to*, 3 * 4 * 5 og 2*3 der.", "Et **fett**ord."])
def test_stars_that_are_meant_or_shown_are_left_in_peace(project, text):
    edit(project, HISTORY, TEXT, text)
    assert not any("stars" in each for each in problems_of(project))


@pytest.mark.parametrize("name", ["__init__.py", "__main__()"])
def test_underscores_of_a_name_are_told_and_can_be_written(project, name):
    edit(project, HISTORY, TEXT, f"Se {name} der.")
    (said,) = problems_of(project)
    assert f'"{name}" would be published without its underscores – write `{name}`' in said
    edit(project, HISTORY, name, f"`{name}` og __fett__")
    assert problems_of(project) == []


@pytest.mark.parametrize(
    ("text", "line", "fix"),
    [
        ("Tekst %%husk kilde%% her.", 24, "take it away, since what only colleagues should see"),
        ("Svaret\ner ||skjult|| her.", 25, "write the text alone"),
        ('Se "lenke":https://x.no her.', 24, "write [text](address)"),
        ("(@) En\n(@) To", 24, "write 1. and its text"),
        ("Et '''fett''' ord og et.", 24, "write **…** or *…*"),
    ],
)
def test_the_sign_of_another_program_is_told_once_by_its_row(project, text, line, fix):
    edit(project, HISTORY, TEXT, text)
    (said,) = problems_of(project)
    assert said.startswith(f"{HISTORY}:{line}: ")
    assert fix in said


def test_an_address_of_e_mail_becomes_a_link_by_its_mend(project):
    edit(project, HISTORY, TEXT, "Skriv til post@moss.no.")
    (said,) = problems_of(project)
    assert said.endswith('"post@moss.no" would be no link – write <post@moss.no>')
    edit(project, HISTORY, "post@moss.no", "<post@moss.no>")
    assert problems_of(project) == []


@pytest.mark.parametrize("sign", ["&shy;", "&#8203;", "&#x200B;", "&rlm;", "&zwnj;"])
def test_a_sign_that_nobody_sees_is_told_by_its_name_too(project, sign):
    edit(project, HISTORY, TEXT, f"Kommune{sign}styret var der.")
    (said,) = problems_of(project)
    assert f'"{sign}" is a sign that nobody sees – take it away' in said


@pytest.mark.parametrize(
    "title", ["**Historien**", "*Historien*", "`Historien`", "[Her](a.md)", "[^1]"]
)
def test_signs_of_markdown_in_a_title_are_told(project, title):
    edit(project, HISTORY, "title: Historien", f'title: "{title}"')
    (problem,) = problems_of(project)
    assert problem == (
        f'{HISTORY}:2: "{title}" would be published as it stands – '
        "take the signs away: title is plain text"
    )


def test_marks_of_a_merge_are_named_in_pages_and_in_data(project):
    edit(project, HISTORY, TEXT, f"<<<<<<< HEAD\n{TEXT}\n=======\nTekst.\n>>>>>>> gren")
    assert any(
        f"{HISTORY}:24:" in problem and "merge" in problem for problem in problems_of(project)
    )
    edit(project, "data/phases.yml", "- id: phase-1", "<<<<<<< HEAD\n- id: phase-1")
    assert [problem for problem in problems_of(project) if "data/phases" in problem] == [
        'data/phases.yml:1: "<<<<<<< HEAD" is left of a merge – keep one of the two texts'
    ]


def test_a_list_that_one_language_alone_shows_is_told(project):
    edit(project, "docs/en/index.md", "{{ municipalities }}", "Text.")
    (problem,) = [each for each in problems_of(project) if "in one language alone" in each]
    assert problem.startswith("docs/no/index.md:")
    assert problem.endswith("put it in docs/en/index.md as well")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("En :smile: her.", "this is no sign of an emoji here: leave it out, or say it in words"),
        ("Bra :+1: her.", "this is no sign of an emoji here: leave it out, or say it in words"),
        ("Stort: 10^-3 der.", "this is no sign of raised text here: write <sup>…</sup>"),
        ("CO~2~ der.", "this is no sign of lowered text here: write <sub>…</sub>"),
        ("Et ~~strøket~~ ord.", "this is no sign of struck text here: take the text away"),
        ("Et ==merket== ord.", "this is no sign of marked text here: write **…**"),
        ("Trykk ++ctrl+c++ nå.", "this is no sign of a key here: write `…`"),
        ("Se (siden)[historie.md] nå.", "this is no sign of a link here"),
    ],
)
def test_a_sign_is_told_by_what_it_is_elsewhere_and_what_to_write(project, text, said):
    edit(project, HISTORY, TEXT, f"{text} [@editorial]")
    assert any(said in problem for problem in problems_of(project)), problems_of(project)


def test_all_signs_have_a_name_and_a_mend():
    assert len(FOREIGN) > 40
    assert [each.pattern.pattern for each in FOREIGN if not (each.name and each.fix)] == []


@pytest.mark.parametrize("address", ["a@x.no?subject=Hei du", "a@x.no, b@x.no"])
def test_a_mail_link_with_a_space_is_told_once_for_what_it_is(project, address):
    edit(project, HISTORY, TEXT, f"Skriv til [oss](mailto:{address}).")
    found = [each for each in problems_of(project) if "@x.no" in each]
    (said,) = found
    assert f'"mailto:{address}" holds a space, and is no link' in said
