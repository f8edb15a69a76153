"""A grade in the words of a language, as the parts of one line."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.content.grades import POINTS, UNMEASURED, Grade
from scripts.content.records import Finding
from scripts.language.formats import number_in_words
from scripts.language.messages import Messages

# What a part is about, and what is said of it.
Part = tuple[str, str]
# Of two, English says both and neither.
_PAIR = 2


def grade_parts(grade: Grade, words: Messages, *, with_hours: bool = True) -> list[Part]:
    """What is documented of MKM, what is known from elsewhere, hours, and how sure it is.

    `with_hours` is off where another page of the same phase tells the time.
    """
    hours = [(words("grade.cost"), _hours(grade, words))] if with_hours else []
    return [
        (words("grade.mkm"), _told(grade, words)),
        (words("grade.elsewhere"), _studies(grade, words)),
        *hours,
        (words("grade.sure"), sure(grade, words)),
    ]


def sure(grade: Grade, words: Messages) -> str:
    """The word for the sum, with the sum."""
    level = words(f"grade.level.{grade.level}")
    return words("grade.sum").format(level=level, sum=grade.sum, most=len(POINTS))


def _told(grade: Grade, words: Messages) -> str:
    count = grade.mkm.independent + grade.mkm.party
    if not count:
        return words("grade.mkm.none")
    outside = grade.mkm.independent
    said = words(f"grade.sources.{form(count)}").format(number=number_in_words(count, words.code))
    among = words(f"grade.independent.{_among(outside, count)}")
    return f"{said}, {among.format(number=number_in_words(outside, words.code))}"


def _among(number: int, count: int) -> str:
    """Which form of a message says how many of all they are."""
    if count == 1:
        return "only" if number else "not"
    if number == count:
        return "both" if count == _PAIR else "all"
    if not number:
        return "neither" if count == _PAIR else "none"
    return form(number)


def _studies(grade: Grade, words: Messages) -> str:
    """What studies from elsewhere found: the verdict first, and then how many they are."""
    if not grade.studies:
        return words("grade.elsewhere.none")
    measured = [study for study in grade.studies if study["finds"] != UNMEASURED]
    ways = [finds for finds in grade.directions if finds != UNMEASURED]
    if len(ways) > 1:
        return _differing(grade, ways, words)
    what = words(f"grade.finds.{ways[0] if ways else UNMEASURED}")
    studies = _count(measured or grade.studies, words)
    said = words("grade.one-way").format(what=what, studies=studies)
    others = len(grade.studies) - len(measured) if measured else 0
    return f"{said}. {_numbered('grade.others', others, words)}" if others else said


def _differing(grade: Grade, ways: list[str], words: Messages) -> str:
    """That studies point different ways, and how many point each way."""
    verdict = words("grade.differ" if "helps" in ways else "grade.differ.unhelped")
    found = [
        words(f"grade.differ.{'next' if at else 'first'}").format(
            number=number_in_words(grade.directions[finds], words.code),
            what=words(f"grade.finds.{finds}"),
        )
        for at, finds in enumerate(ways)
    ]
    plain = grade.reviews in {0, len(grade.studies)}
    said = words(f"grade.differ.count{'.plain' if plain else ''}").format(
        studies=_count(grade.studies, words), found=_listed(found, words)
    )
    if unmeasured := grade.directions.get(UNMEASURED):
        number = number_in_words(unmeasured, words.code)
        said += f". {_capital(words('grade.differ.unmeasured').format(number=number))}"
    return f"{verdict}. {said}"


def _count(studies: Sequence[Finding], words: Messages) -> str:
    """How many studies they are, and how many of them are reviews of several."""
    reviews = sum(study["design"] == "review" for study in studies)
    if reviews == len(studies):
        return _numbered("grade.reviews", reviews, words, capital=False)
    said = _numbered("grade.studies", len(studies), words, capital=False)
    if not reviews:
        return said
    number = number_in_words(reviews, words.code)
    return words(f"grade.among.{form(reviews)}").format(studies=said, number=number)


def _numbered(key: str, number: int, words: Messages, *, capital: bool = True) -> str:
    said = words(f"{key}.{form(number)}").format(number=number_in_words(number, words.code))
    return _capital(said) if capital else said


def _listed(parts: list[str], words: Messages) -> str:
    """Two joined by "and"; more with a comma before it too, since each holds a clause."""
    comma = "," if len(parts) > _PAIR else ""
    return f"{', '.join(parts[:-1])}{comma} {words('and')} {parts[-1]}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _hours(grade: Grade, words: Messages) -> str:
    if grade.hours is None:
        return words("grade.cost.none")
    low, high = grade.hours.whole
    return words("grade.hours").format(low=low, high=high)


def form(number: int) -> str:
    """Which form of a message goes with a number."""
    return "one" if number == 1 else "many"
