"""The ids of a page are those of its elements, and of nothing that only ends like them."""

from scripts.pipeline.permalinks import ids_in


def test_the_ids_of_a_page_are_those_of_its_elements():
    page = '<p id="a"><b\nid="b-2">x</b> <i data-id="c"> <u grid="d"> <s id=""> <s id_="e"> id="f'
    assert ids_in(page) == {"a", "b-2"}


def test_a_page_without_ids_has_none():
    assert ids_in("<p>id</p>") == ids_in("") == set()
