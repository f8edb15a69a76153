"""A grade in the words of a language, as the parts of one line."""

from __future__ import annotations

from scripts.content.grades import POINTS, UNMEASURED, Grade
from scripts.language.formats import in_words
from scripts.language.messages import Messages

# What a part is about, and what is said of it.
Part = tuple[str, str]
# Of two, English says both and neither.
_PAIR = 2


def grade_parts(grade: Grade, words: Messages) -> list[Part]:
    """What is documented of MKM, what is known from elsewhere, hours, and how sure it is."""
    return [
        (words("grade.mkm"), _told(grade, words)),
        (words("grade.elsewhere"), _studies(grade, words)),
        (words("grade.cost"), _hours(grade, words)),
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
    said = words(f"grade.sources.{form(count)}").format(number=in_words(count, words.code))
    among = words(f"grade.independent.{_among(outside, count)}")
    return f"{said}, {among.format(number=in_words(outside, words.code))}"


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
    if not grade.studies:
        return words("grade.elsewhere.none")
    return _only_study(grade, words) if len(grade.studies) == 1 else _several(grade, words)


def _only_study(grade: Grade, words: Messages) -> str:
    (finds,) = grade.directions
    kind = "reviews" if grade.reviews else "studies"
    study = words(f"grade.{kind}.one")
    if finds == UNMEASURED:
        return words("grade.unmeasured.only").format(study=study)
    return words("grade.finds.only").format(study=study, what=words(f"grade.finds.{finds}"))


def _several(grade: Grade, words: Messages) -> str:
    count, reviews = len(grade.studies), grade.reviews
    kind = "reviews" if reviews == count else "studies"
    said = words(f"grade.{kind}.many").format(number=in_words(count, words.code))
    if 0 < reviews < count:
        among = words(f"grade.among.{form(reviews)}").format(number=in_words(reviews, words.code))
        said += f" ({among})"
    return f"{said}. {_found(grade, words)}"


def _found(grade: Grade, words: Messages) -> str:
    """What several studies found, as a sentence."""
    if len(grade.directions) == 1:
        (finds,) = grade.directions
        every = "both" if len(grade.studies) == _PAIR else "all"
        if finds == UNMEASURED:
            return words(f"grade.unmeasured.{every}")
        return words(f"grade.finds.{every}").format(what=words(f"grade.finds.{finds}"))
    found = [
        words(f"grade.finds.{'next' if at else 'first'}").format(
            number=in_words(number, words.code), what=words(f"grade.finds.{finds}")
        )
        for at, (finds, number) in enumerate(grade.directions.items())
        if finds != UNMEASURED
    ]
    if unmeasured := grade.directions.get(UNMEASURED):
        found.append(f"{in_words(unmeasured, words.code)} {words('grade.finds.unmeasured')}")
    said = f"{', '.join(found[:-1])}, {words('and')} {found[-1]}"
    return said[0].upper() + said[1:]


def _hours(grade: Grade, words: Messages) -> str:
    if grade.hours is None:
        return words("grade.cost.none")
    low, high = grade.hours.whole
    return words("grade.hours").format(low=low, high=high)


def form(number: int) -> str:
    """Which form of a message goes with a number."""
    return "one" if number == 1 else "many"
