"""Lists say in a few words how well a matter is told of."""

import pytest

from scripts.content.sources import Source
from scripts.content.standing import Standing, standing
from scripts.web.told import told


@pytest.mark.parametrize(
    ("independent", "party", "norwegian", "english"),
    [
        (1, 2, "3 kilder, 1 uavhengig", "3 sources, 1 independent"),
        (0, 1, "én kilde, og den er ikke uavhengig", "one source, and it is not independent"),
        (1, 0, "én kilde, og den er uavhengig", "one source, and it is independent"),
        (0, 2, "2 kilder, ingen uavhengige", "2 sources, none independent"),
        (2, 0, "2 kilder, 2 uavhengige", "2 sources, 2 independent"),
    ],
)
def test_sources_are_counted_and_the_independent_ones_among_them(
    words, independent, party, norwegian, english
):
    found = Standing(independent, party)
    assert (told(found, words["no"]), told(found, words["en"])) == (norwegian, english)


def test_what_the_union_or_the_municipality_says_of_itself_is_not_independent():
    sources = {
        name: Source(name, {"class": evidence, "publisher": publisher})
        for name, evidence, publisher in [
            ("union", "party", "Fagforbundet"),
            ("campaign", "campaign", "For velferdsstaten"),
            ("own", "official", "Steinkjer kommune"),
            ("study", "research", "NIBR"),
        ]
    }
    assert standing(sources, sources, "Steinkjer") == Standing(independent=1, party=3)
