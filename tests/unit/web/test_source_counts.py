"""Lists say in a few words how well a matter is told of."""

import pytest

from scripts.content.sources import Source
from scripts.content.standing import Standing, standing
from scripts.web.source_counts import municipality_source_counts, source_counts


@pytest.mark.parametrize(
    ("independent", "party", "norwegian", "english"),
    [
        (1, 2, "3 kilder, 1 uavhengig", "3 sources, 1 independent"),
        (0, 1, "1 kilde, ikke uavhengig", "1 source, not independent"),
        (1, 0, "1 kilde, uavhengig", "1 source, independent"),
        (0, 2, "2 kilder, ingen uavhengige", "2 sources, none independent"),
        (2, 0, "2 kilder, 2 uavhengige", "2 sources, 2 independent"),
    ],
)
def test_sources_are_counted_and_the_independent_ones_among_them(
    words, independent, party, norwegian, english
):
    found = Standing(independent, party)
    assert (source_counts(found, words["no"]), source_counts(found, words["en"])) == (
        norwegian,
        english,
    )


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


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (None, "2 sources, 1 independent"),
        ([], "2 sources, but none of the independent ones says what was done"),
        (
            [{"matter": "afterwards", "sources": ["notice"]}],
            "2 sources, but none of the independent ones says what was done",
        ),
        (
            [{"matter": "results", "sources": ["union"]}],
            "2 sources, but none of the independent ones says what was done",
        ),
        ([{"matter": "results", "sources": ["union", "notice"]}], "2 sources, 1 independent"),
    ],
)
def test_an_independent_source_vouches_only_for_what_it_tells(words, known, said):
    sources = {
        "union": Source("union", {"class": "party", "publisher": "Fagforbundet"}),
        "notice": Source("notice", {"class": "official", "publisher": "regjeringen.no"}),
    }
    record = {"name": "Steinkjer", "sources": ["union", "notice"]}
    if known is not None:
        record["known"] = known
    assert municipality_source_counts(record, sources, words["en"]) == said
