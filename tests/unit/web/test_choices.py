"""A list can be narrowed by what its records have."""

from scripts.web.choices import Choice, choices, commonest

BOOKS = [{"kind": kind} for kind in ("book", "report", "book", "other", "film", "report", "report")]


def test_each_value_is_a_choice_with_how_many_have_it_in_the_order_of_the_list():
    found = choices(BOOKS, "kind", str.title)
    assert found[:2] == [Choice("book", "Book", 2), Choice("report", "Report", 3)]
    assert [each.value for each in found] == ["book", "report", "other", "film"]


def test_an_order_of_ones_own_leaves_out_what_no_record_has():
    found = choices(BOOKS, "kind", str, order=["song", "report", "book"])
    assert [each.value for each in found] == ["report", "book"]


def test_what_stands_once_is_chosen_together_and_last():
    found = choices(BOOKS, "kind", str.title, few=True)
    assert found[-1] == Choice("other", "Other", 2)
    assert [each.value for each in found] == ["book", "report", "other"]
    twice = [{"kind": "book"}, {"kind": "book"}]
    assert [each.value for each in choices(twice, "kind", str, few=True)] == ["book"]


def test_of_two_that_are_as_common_the_first_in_the_alphabet_is_the_commonest():
    assert commonest(BOOKS, "kind") == "report"
    assert commonest([{"read": "part"}, {"read": "full"}], "read") == "full"
