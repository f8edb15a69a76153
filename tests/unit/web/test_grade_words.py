"""The line above a phase or tool says in words what the grade is made of."""

import pytest

from scripts.content.effort import Hours
from scripts.content.grades import Grade
from scripts.content.standing import Standing
from scripts.web.grade_words import grade_parts

STUDY = {"id": "a", "source": "a", "design": "review", "finds": "helps", "about": ["x"]}
SIZED = {**STUDY, "finds": "little", "size": {"no": "halvparten", "en": "a half"}}
PLAIN = {**STUDY, "design": "study", "finds": "depends"}
FELT = {**PLAIN, "finds": "unmeasured"}


def line(words, code, grade):
    return "; ".join(f"{about}: {said}" for about, said in grade_parts(grade, words[code]))


def test_it_says_who_what_how_long_and_how_sure_in_both_languages(words):
    grade = Grade("x", Standing(1, 3), [STUDY, SIZED], Hours(1.5, 16.0), {"review": True}, False)
    assert line(words, "no", grade) == (
        "Fra modellkommunemetodikken (MKM): fire kilder, én av dem uavhengig; "
        "Fra andre steder, om noe som ligner: to oversikter over studier. "
        "Én fant at arbeidsmåten hjalp, og én at virkningen var liten eller ingen; "
        "Arbeidstid i vårt forslag: om lag 2–16 timer for alle deltakerne til sammen; "
        "Hvor mye vi vet: svært lite (1 av 5 poeng). Poengene sier ikke hvor godt det virker"
    )
    said = "Time for the workshop, as we suggest it: about 2–16 hours for all participants together"
    assert said in line(words, "en", grade)


def test_the_time_is_left_out_where_another_page_tells_it(words):
    grade = Grade("x", Standing(1, 3), [STUDY], Hours(1.5, 16.0), {"review": True}, False)
    told = [about for about, _ in grade_parts(grade, words["no"], with_hours=False)]
    assert told == [
        "Fra modellkommunemetodikken (MKM)",
        "Fra andre steder, om noe som ligner",
        "Hvor mye vi vet",
    ]


@pytest.mark.parametrize(
    ("independent", "party", "said"),
    [
        (0, 1, "én kilde, og den er ikke uavhengig"),
        (1, 0, "én kilde, og den er uavhengig"),
        (0, 3, "tre kilder, ingen av dem uavhengig"),
        (2, 1, "tre kilder, to av dem uavhengige"),
        (2, 0, "to kilder, begge uavhengige"),
        (3, 0, "tre kilder, alle uavhengige"),
    ],
)
def test_each_number_of_sources_has_its_own_words(words, independent, party, said):
    grade = Grade("x", Standing(independent, party), [], None, {}, False)
    assert line(words, "no", grade).startswith(f"Fra modellkommunemetodikken (MKM): {said}; ")


def test_of_two_sources_english_says_neither_and_not_none(words):
    grade = Grade("x", Standing(0, 2), [], None, {}, False)
    assert "two sources, neither independent" in line(words, "en", grade)


@pytest.mark.parametrize(
    ("studies", "said"),
    [
        ([STUDY, STUDY], "such work helped (two reviews of studies)"),
        (
            [STUDY, PLAIN, PLAIN],
            "three studies, one of them a review of several. One found that "
            "such work helped, and two that the effect depended on the circumstances",
        ),
        ([PLAIN] * 13, "the effect depended on the circumstances (13 studies)"),
        (
            [PLAIN, FELT, FELT],
            "three studies. One found that the effect depended on the circumstances. "
            "Two did not measure the effect",
        ),
        (
            [STUDY, FELT],
            "two studies, one of them a review of several. One found that such work helped. "
            "One did not measure the effect",
        ),
        (
            [SIZED, PLAIN, FELT],
            "three studies, one of them a review of several. "
            "One found that there was little or no effect, and one that the effect depended on the "
            "circumstances. One did not measure the effect",
        ),
        (
            [{**PLAIN, "finds": finds} for finds in ("helps", "little", "depends")],
            "three studies. One found that such work helped, one that there was little "
            "or no effect, and one that the effect depended on the circumstances",
        ),
        ([FELT], "the effect was not measured (one study)"),
        ([FELT] * 2, "the effect was not measured (two studies)"),
    ],
)
def test_each_number_of_studies_has_its_own_words(words, studies, said):
    grade = Grade("x", Standing(0, 0), studies, None, {}, False)
    assert f"From elsewhere, on similar work: {said}; " in line(words, "en", grade)


def test_what_nobody_knows_is_said(words):
    grade = Grade("x", Standing(0, 0), [], None, {}, False)
    assert line(words, "en", grade) == (
        "From the Model Municipality Methodology (MKM): no source found; "
        "From elsewhere, on similar work: no study found; "
        "Time for the workshop, as we suggest it: we have set aside no separate time for this; "
        "How much we know: next to nothing (0 of 5 points). The points do not say how well it works"
    )


def test_of_one_study_alone_it_is_said_what_it_found(words):
    grade = Grade("x", Standing(0, 0), [SIZED], None, {}, False)
    said = "virkningen var liten eller ingen (én oversikt over studier)"
    assert f"Fra andre steder, om noe som ligner: {said}; " in line(words, "no", grade)


def test_three_points_have_another_word_than_two(words):
    said = {
        points: line(words, "en", Grade("x", Standing(0, 0), [], None, found, False))
        for points in (2, 3)
        for found in [dict.fromkeys(range(points), True)]
    }
    assert ": little (2 of 5 points). " in said[2]
    assert ": some (3 of 5 points). " in said[3]
