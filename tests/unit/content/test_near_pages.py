"""What is proposed for a page that is not there is a slip away, and never a stranger."""

import pytest

from scripts.content.near_pages import near_id, near_key

KEYS = [
    "index.md", "kommuner/index.md", "kommuner/moss.md", "kommuner/sorum.md",
    "metoden/roller.md", "metoden/index.md", "metoden/verdigrunnlag.md",
    "faser/avtale/kunnskap.md", "faser/forankring/kunnskap.md",
]  # fmt: skip
IDS = ["municipality-moss", "municipality-sorum", "municipalities", "method-roles", "method"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kommuner/mos.md", "kommuner/moss.md"),
        ("kommuner/Moss.md", "kommuner/moss.md"),
        ("komuner/moss.md", "kommuner/moss.md"),
        ("moss.md", "kommuner/moss.md"),
        ("metoden/rolle.md", "metoden/roller.md"),
        ("kommuner/lier.md", ""),
        ("metoden/verden.md", ""),
        ("faser/evaluering/kunnskap.md", ""),
        ("metoden/in.md", ""),
    ],
)
def test_a_path_is_answered_with_the_page_that_is_a_slip_away_or_none(typed, meant):
    assert near_key(typed, KEYS) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("municipality-mos", "municipality-moss"),
        ("municpality-moss", "municipality-moss"),
        ("moss", "municipality-moss"),
        ("method-rols", "method-roles"),
        ("municipality-lier", ""),
        ("method-abroad", ""),
        ("tool-idea-workshop", ""),
    ],
)
def test_an_id_is_answered_with_the_one_that_is_a_slip_away_or_none(typed, meant):
    assert near_id(typed, IDS) == (f'did you mean "{meant}"?' if meant else "")
