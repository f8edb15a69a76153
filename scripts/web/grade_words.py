"""The grade of evidence in words, as labelled parts of one line."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.content.grades import POINTS, UNMEASURED, Grade
from scripts.content.records import Finding
from scripts.language.formats import number_in_words
from scripts.language.messages import Messages

# Label and text.
Part = tuple[str, str]
# For two, messages say “both” and “neither”.
_PAIR = 2


def grade_parts(grade: Grade, words: Messages, *, with_hours: bool = True) -> list[Part]:
    """What is documented of MKM, what studies elsewhere found, hours, and the certainty.

    `with_hours` is False where another page of the same phase gives the hours.
    """
    hours = [(words("grade.cost"), _hours(grade, words))] if with_hours else []
    return [
        (words("grade.mkm"), _own_sources(grade, words)),
        (words("grade.elsewhere"), _studies(grade, words)),
        *hours,
        (words("grade.sure"), words("grade.sure.box").format(sure=sure(grade, words))),
    ]


def sure(grade: Grade, words: Messages) -> str:
    """The level of certainty in words, with the sum of points."""
    level = words(f"grade.level.{grade.level}")
    return words("grade.sum").format(level=level, sum=grade.sum, most=len(POINTS))


def _own_sources(grade: Grade, words: Messages) -> str:
    """How many sources document the use in MKM, and how many of them are independent."""
    count = grade.mkm.independent + grade.mkm.party
    if not count:
        return words("grade.mkm.none")
    outside = grade.mkm.independent
    said = words(f"grade.sources.{plural_form(count)}").format(
        number=number_in_words(count, words.code)
    )
    among = words(f"grade.independent.{_among(outside, count)}")
    return f"{said}, {among.format(number=number_in_words(outside, words.code))}"


def _among(number: int, count: int) -> str:
    """The key of the message form for `number` out of `count`."""
    if count == 1:
        return "only" if number else "not"
    if number == count:
        return "both" if count == _PAIR else "all"
    if not number:
        return "neither" if count == _PAIR else "none"
    return plural_form(number)


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
    """The number of studies, and how many of them are reviews."""
    reviews = sum(study["design"] == "review" for study in studies)
    if reviews == len(studies):
        return _numbered("grade.reviews", reviews, words)
    said = _numbered("grade.studies", len(studies), words)
    if not reviews:
        return said
    number = number_in_words(reviews, words.code)
    return words(f"grade.among.{plural_form(reviews)}").format(studies=said, number=number)


def _numbered(key: str, number: int, words: Messages) -> str:
    return words(f"{key}.{plural_form(number)}").format(number=number_in_words(number, words.code))


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


def plural_form(number: int) -> str:
    """The key of the singular or plural form of a message."""
    return "one" if number == 1 else "many"
