"""What a web archive says is believed only where it can be true."""

import pytest

from scripts.link_check.rows import due, read_rows
from scripts.link_check.web_archive import Archive, Copy
from tests.unit.link_check.conftest import TODAY, page, tells

PAGE = "https://sted.example/side?a=1"


@pytest.fixture
def archive(server, guest):
    return Archive(guest, f"{server.origin}/available?url=", f"{server.origin}/save/")


@pytest.fixture
def lists(server):
    """Has the archive answer every question in one way, and name copies at its own address."""

    def lists(does):
        server.pages["*"] = does

    return lists


def closest(server, address=PAGE, stamp="20190502101112", **more):
    url = f"{server.origin}/web/{stamp}/{address}"
    return tells({"archived_snapshots": {"closest": {"available": True, "url": url, **more}}})


def test_a_copy_has_its_address_and_its_day(archive, server, lists):
    lists(closest(server))
    where = f"{server.origin}/web/20190502101112/{PAGE}"
    assert archive.copy_of(PAGE) == Copy(where, "2019-05-02")


def test_the_copy_nearest_to_the_day_on_which_it_last_answered_is_asked_for(archive, server, lists):
    lists(closest(server))
    archive.copy_of(PAGE, "2019-05-01")
    (asked,) = [path for _, path in server.asked if path.startswith("/available")]
    assert asked.endswith("https%3A%2F%2Fsted.example%2Fside%3Fa%3D1&timestamp=20190501")


def test_an_archive_without_a_copy_has_none_and_is_asked_again(archive, server, lists):
    lists(tells({"archived_snapshots": {}}))
    assert [archive.copy_of(PAGE) for _ in range(5)] == [None] * 5
    assert not archive.is_silent


@pytest.mark.parametrize(
    "nonsense",
    [
        page("We are down for maintenance"),
        (200, {"Content-Type": "application/json"}, "{"),
        (500, {}, ""),
        (200, {}, "\x00" * 5000),
        tells([1, 2]),
        tells({"archived_snapshots": "yes"}),
        tells({"archived_snapshots": {"closest": {"available": True, "url": 7}}}),
    ],
)
def test_an_archive_that_answers_nonsense_is_left_in_peace_after_three_times(
    archive, server, lists, nonsense
):
    lists(nonsense)
    assert [archive.copy_of(PAGE) for _ in range(6)] == [None] * 6
    assert archive.is_silent
    assert len([path for _, path in server.asked if path.startswith("/available")]) == 3


@pytest.mark.parametrize(
    ("address", "stamp"),
    [
        ("https://another.example/side?a=1", "20190502101112"),
        ("https://sted.example/", "20190502101112"),
        (PAGE, "20191399101112"),
        (PAGE, "2019"),
    ],
)
def test_a_copy_of_something_else_or_of_no_day_is_none(archive, server, lists, address, stamp):
    lists(closest(server, address, stamp))
    assert archive.copy_of(PAGE) is None


def test_a_copy_that_lies_elsewhere_than_in_the_archive_is_none(archive, server, lists):
    url = f"https://elsewhere.example/web/20190502101112/{PAGE}"
    lists(tells({"archived_snapshots": {"closest": {"available": True, "url": url}}}))
    assert archive.copy_of(PAGE) is None


def test_an_archive_that_was_asked_to_keep_a_page_says_where(archive, server):
    kept = f"/web/20270303101112/{PAGE}"
    server.pages |= {f"/save/{PAGE}": (302, {"Location": kept}, ""), kept: page("Her")}
    assert archive.keep(PAGE) == Copy(f"{server.origin}{kept}", "2027-03-03")


def test_an_archive_that_does_not_say_where_has_kept_nothing(archive, server):
    server.pages |= {f"/save/{PAGE}": page("Thank you")}
    assert archive.keep(PAGE) is None


def test_a_run_writes_the_copy_of_a_page_that_is_gone_and_has_those_kept_that_are_there(
    checker, archive, server, servers
):
    site = servers()
    site.pages |= {"/there": page("Her")}
    gone, there = f"{site.origin}/gone", f"{site.origin}/there"
    kept = f"/web/20270303101112/{there}"

    def available(handler):
        from tests.unit.link_check.conftest import answer

        is_gone = "gone" in handler.path
        answer(handler, *(closest(server, gone) if is_gone else tells({"archived_snapshots": {}})))

    server.pages |= {"*": available, f"/save/{there}": (302, {"Location": kept}, "")}
    server.pages |= {kept: page("Her")}
    made = checker({"gone": gone, "there": there}, archive)
    made.run(due(made.sources, {}, TODAY, 30))
    rows = read_rows(made.project)
    assert (rows["gone"]["state"], rows["gone"]["archived_on"]) == ("gone", "2019-05-02")
    assert rows["there"]["archived"] == f"{server.origin}{kept}"
    assert not [path for _, path in server.asked if path.startswith("/save/") and "gone" in path]


def test_of_a_page_that_lies_and_never_answered_no_copy_is_looked_up(
    checker, archive, server, servers, lists
):
    site = servers()
    site.pages |= {"/text": page("Siden finnes ikke")}
    lists(closest(server, f"{site.origin}/text"))
    made = checker({"a": f"{site.origin}/text"}, archive)
    made.run(due(made.sources, {}, TODAY, 30))
    assert "archived" not in read_rows(made.project)["a"]
    assert server.asked == []


def test_of_a_page_that_lies_the_copy_of_the_day_on_which_it_answered_is_looked_up(
    checker, archive, server, servers, lists
):
    site = servers()
    site.pages |= {"/text": page("Teksten")}
    made = checker({"a": f"{site.origin}/text"})
    made.run(due(made.sources, {}, TODAY, 30))
    site.pages |= {"/text": page("Siden finnes ikke")}
    lists(closest(server, f"{site.origin}/text"))
    made = checker({"a": f"{site.origin}/text"}, archive)
    made.run(due(made.sources, read_rows(made.project), TODAY, 0))
    row = read_rows(made.project)["a"]
    assert (row["state"], row["archived_on"]) == ("lies", "2019-05-02")
    assert [path for _, path in server.asked if path.endswith("timestamp=20270303")]
