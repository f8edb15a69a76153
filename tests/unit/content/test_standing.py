"""Who is independent of the method: by class, and never a municipality on itself."""

import pytest

from scripts.content.sources import Source
from scripts.content.standing import standing


def source(evidence, publisher=""):
    return Source("s", {"id": "s", "class": evidence, "publisher": publisher})


@pytest.mark.parametrize(
    ("evidence", "state"),
    [
        ("research", "independent"),
        ("official", "independent"),
        ("press", "independent"),
        ("party", "party"),
        ("campaign", "party"),
    ],
)
def test_the_class_of_a_source_says_where_it_stands(evidence, state):
    assert standing(["s"], {"s": source(evidence)}).state == state


def test_what_a_municipality_publishes_of_itself_is_the_word_of_a_party():
    own = {"s": source("official", "Øvre Eiker kommune, Seksjon Kultur")}
    assert standing(["s"], own, "Øvre Eiker").state == "party"
    assert standing(["s"], own, "Moss").state == "independent"


def test_one_independent_source_is_enough_and_none_is_unknown():
    both = {"a": source("party"), "b": source("press")}
    assert standing(["a", "b"], both).state == "independent"
    assert standing([], both).state == "unknown"
