"""What `make sources` says, and when it asks an archive."""

import pytest
from typer.testing import CliRunner

from scripts.link_check import web_archive
from scripts.link_check.commands import commands
from scripts.link_check.rows import PATH, read_rows
from tests.unit.link_check.conftest import closed, page


@pytest.fixture
def at(project, monkeypatch):
    """Gives the sources of the small project these addresses, and runs the command."""
    monkeypatch.setattr("scripts.link_check.politeness.time.sleep", lambda _: None)

    def at(addresses, *arguments):
        rows = "".join(
            f"- id: {id_}\n  class: press\n  type: webpage\n  title: T\n  URL: {address}\n"
            f"  language: nb\n  read: part\n  address: unchecked\n"
            for id_, address in addresses.items()
        )
        (project.data / "sources.yml").write_text(rows, encoding="utf-8")
        return CliRunner().invoke(commands(project.root), [*arguments])

    return at


def test_the_end_says_what_was_seen_and_which_line_to_mend(at, server, project):
    server.pages |= {"/old": (301, {"Location": "/new"}, ""), "/new": page("Her")}
    said = at({"a": f"{server.origin}/old", "b": f"{server.origin}/gone"}).stdout
    assert "2 sources: 1 moved, 1 gone." in said
    fix = f"see whether the text stands there, and write URL: {server.origin}/new"
    assert f"data/sources.yml:5: a moved – {fix}" in said
    assert "data/sources.yml:13: b is gone – look for the text, or a copy of it" in said
    assert read_rows(project).keys() == {"a", "b"}


def test_without_a_network_it_says_so_and_changes_nothing(at, project):
    before = (project.root / PATH).read_bytes()
    done = at({"a": f"{closed()}/a"})
    assert done.exit_code == 1
    assert done.stdout == "No host answers: there seems to be no network. Nothing was written.\n"
    assert (project.root / PATH).read_bytes() == before


def test_an_archive_is_asked_only_with_leave(at, server, monkeypatch):
    class Asked(Exception):
        pass

    def archive(_):
        raise Asked

    monkeypatch.setattr(web_archive, "Archive", archive)
    assert at({"a": f"{server.origin}/"}).exit_code == 0
    assert isinstance(at({"a": f"{server.origin}/"}, "--days=0", "--archive").exception, Asked)


def test_an_unknown_id_is_told_with_the_nearest_one(at, server):
    done = at({"nibr": f"{server.origin}/"}, "nibrr")
    assert 'no source has the id "nibrr" – did you mean "nibr"?' in str(done.exception)
    assert server.asked == []


def test_a_source_without_an_address_is_told_as_such(at, server, project):
    at({"a": f"{server.origin}/"})
    path = project.data / "sources.yml"
    text = path.read_text(encoding="utf-8")
    more = "- id: book\n  class: press\n  type: book\n  title: T\n  language: nb\n  read: part\n"
    path.write_text(f"{text}{more}  address: unchecked\n", encoding="utf-8")
    asked = len(server.asked)
    done = CliRunner().invoke(commands(project.root), ["a", "book"])
    told = 'ID: the source "book" has no URL – give it one in data/sources.yml'
    assert told in str(done.exception)
    assert len(server.asked) == asked


def test_what_was_tried_lately_is_left_until_asked_for(at, server):
    at({"a": f"{server.origin}/"})
    asked = len(server.asked)
    assert "DAYS=0 tries them again" in at({"a": f"{server.origin}/"}).stdout
    assert len(server.asked) == asked
    at({"a": f"{server.origin}/"}, "a")
    assert len(server.asked) > asked
