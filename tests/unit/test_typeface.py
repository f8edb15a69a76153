"""Which pages show a phone their text before they ask for the typeface."""

import random

from scripts.pipeline.steps.typeface import AT_ONCE, is_long


def noise(size: int) -> str:
    """Text that cannot be packed much below half its size."""
    letters = random.Random(7)
    return "".join(letters.choice("0123456789abcdef") for _ in range(size))


def test_a_page_is_long_when_it_is_more_than_is_sent_at_once_packed():
    assert is_long(noise(3 * AT_ONCE))
    assert not is_long(noise(AT_ONCE))


def test_a_page_that_packs_well_is_not_long():
    assert not is_long("<p>Det samme.</p>" * AT_ONCE)
