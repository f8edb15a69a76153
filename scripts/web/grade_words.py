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
        (words("grade.sure.box"), sure(grade, words)),
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
    """What studies from elsewhere found: how many they are, and how many of them found what.

    No verdict stands before the count: a sum of studies is none, and the text beside it tells more.
    """
    if not grade.studies:
        return words("grade.elsewhere.none")
    studies, ways = _count(grade.studies, words), grade.directions
    if len(ways) == 1:
        what = words(f"grade.finds.{next(iter(ways))}")
        return words("grade.one-way").format(what=what, studies=studies)
    found = [
        words(f"grade.found.{'next' if at else 'first'}").format(
            number=number_in_words(ways[finds], words.code), what=words(f"grade.finds.{finds}")
        )
        for at, finds in enumerate(finds for finds in ways if finds != UNMEASURED)
    ]
    said = f"{studies}. {_capital(_listed(found, words))}"
    if unmeasured := ways.get(UNMEASURED):
        number = number_in_words(unmeasured, words.code)
        said += f". {_capital(words('grade.found.unmeasured').format(number=number))}"
    return said


def _count(studies: Sequence[Finding], words: Messages) -> str:
    """How many studies they are, and how many of them are reviews of several."""
    reviews = sum(study["design"] == "review" for study in studies)
    if reviews == len(studies):
        return _numbered("grade.reviews", reviews, words)
    said = _numbered("grade.studies", len(studies), words)
    if not reviews:
        return said
    number = number_in_words(reviews, words.code)
    return words(f"grade.among.{form(reviews)}").format(studies=said, number=number)


def _numbered(key: str, number: int, words: Messages) -> str:
    return words(f"{key}.{form(number)}").format(number=number_in_words(number, words.code))


def _listed(parts: list[str], words: Messages) -> str:
    """One as it is; more with a comma before the "and", since each holds a clause."""
    if len(parts) == 1:
        return parts[0]
    return f"{', '.join(parts[:-1])}, {words('and')} {parts[-1]}"


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
