"""The grade of evidence in words, as labelled parts of one line."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.content.grades import POINTS, UNMEASURED, Grade
from scripts.content.records import Finding
from scripts.language.formats import in_words
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
        (words("grade.sure"), sure(grade, words)),
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
    independent = grade.mkm.independent
    sources = words(f"grade.sources.{plural_form(count)}").format(
        number=in_words(count, words.code)
    )
    among = words(f"grade.independent.{_among(independent, count)}")
    return f"{sources}, {among.format(number=in_words(independent, words.code))}"


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
    """What studies from elsewhere found: the verdict first, then the number of studies."""
    if not grade.studies:
        return words("grade.elsewhere.none")
    measured = [study for study in grade.studies if study["finds"] != UNMEASURED]
    directions = [finds for finds in grade.directions if finds != UNMEASURED]
    if len(directions) > 1:
        return _differing(grade, directions, words)
    what = words(f"grade.finds.{directions[0] if directions else UNMEASURED}")
    studies = _count(measured or grade.studies, words)
    verdict = words("grade.one-way").format(what=what, studies=studies)
    others = len(grade.studies) - len(measured) if measured else 0
    return f"{verdict}. {_numbered('grade.others', others, words)}" if others else verdict


def _differing(grade: Grade, directions: list[str], words: Messages) -> str:
    """That studies disagree, and how many point in each direction."""
    verdict = words("grade.differ" if "helps" in directions else "grade.differ.unhelped")
    found = [
        words(f"grade.differ.{'next' if index else 'first'}").format(
            number=in_words(grade.directions[finds], words.code),
            what=words(f"grade.finds.{finds}"),
        )
        for index, finds in enumerate(directions)
    ]
    plain = grade.reviews in {0, len(grade.studies)}
    counts = words(f"grade.differ.count{'.plain' if plain else ''}").format(
        studies=_count(grade.studies, words), found=_listed(found, words)
    )
    if unmeasured := grade.directions.get(UNMEASURED):
        number = in_words(unmeasured, words.code)
        counts += f". {_capital(words('grade.differ.unmeasured').format(number=number))}"
    return f"{verdict}. {counts}"


def _count(studies: Sequence[Finding], words: Messages) -> str:
    """The number of studies, and how many of them are reviews."""
    reviews = sum(study["design"] == "review" for study in studies)
    if reviews == len(studies):
        return _numbered("grade.reviews", reviews, words, capital=False)
    count = _numbered("grade.studies", len(studies), words, capital=False)
    if not reviews:
        return count
    number = in_words(reviews, words.code)
    return words(f"grade.among.{plural_form(reviews)}").format(studies=count, number=number)


def _numbered(key: str, number: int, words: Messages, *, capital: bool = True) -> str:
    text = words(f"{key}.{plural_form(number)}").format(number=in_words(number, words.code))
    return _capital(text) if capital else text


def _listed(parts: list[str], words: Messages) -> str:
    """Joined with "and"; three or more with a comma before it too, since each is a clause."""
    comma = "," if len(parts) > _PAIR else ""
    return f"{', '.join(parts[:-1])}{comma} {words('and')} {parts[-1]}"


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
