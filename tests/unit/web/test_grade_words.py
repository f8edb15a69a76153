"""The line above a phase or tool says in words what the grade is made of."""

from scripts.content.effort import Hours
from scripts.content.grades import Grade
from scripts.content.standing import Standing
from scripts.web.grade_words import grade_parts

STUDY = {"id": "a", "source": "a", "design": "review", "finds": "helps", "about": ["x"]}
SIZED = {**STUDY, "finds": "little", "size": {"no": "halvparten", "en": "a half"}}


def line(words, code, grade):
    return "; ".join(f"{about}: {said}" for about, said in grade_parts(grade, words[code]))


def test_it_says_who_what_how_long_and_how_sure_in_both_languages(words):
    grade = Grade("x", Standing(1, 3), [STUDY, SIZED], Hours(1.5, 16.0), {"review": True}, False)
    assert line(words, "no", grade) == (
        "Om MKM: 4 kilder, én av dem uavhengig; "
        "Fra andre steder: 2 studier (2 oversikter): 1 fant at det hjalp, "
        "1 at virkningen var liten eller ingen. "
        "For eksempel: halvparten; "
        "Arbeidstimer: 1,5–16 i alt; Hvor mye vi vet: svært lite (1 av 5 poeng)"
    )
    assert "Hours of work: 1.5–16 in all" in line(words, "en", grade)


def test_what_nobody_knows_is_said(words):
    grade = Grade("x", Standing(0, 0), [], None, {}, False)
    assert line(words, "en", grade) == (
        "On MKM: no source has been found; From elsewhere: no study has been found; "
        "Hours of work: not known; How much we know: very little (0 of 5 points)"
    )


def test_of_one_study_alone_it_is_said_what_it_found(words):
    grade = Grade("x", Standing(0, 0), [SIZED], None, {}, False)
    said = "én oversikt, som fant at virkningen var liten eller ingen. For eksempel: halvparten"
    assert f"Fra andre steder: {said}; " in line(words, "no", grade)
