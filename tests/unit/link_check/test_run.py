"""A run over the sources: polite, honest about our own network, and whole wherever it ends."""

import shutil
import threading
from datetime import date, timedelta

import pytest

from scripts.checks.run import load_content
from scripts.common.problems import ProblemsFound
from scripts.content.source_addresses import state_of
from scripts.link_check import run
from scripts.link_check.client import Client, Limits, host_of
from scripts.link_check.politeness import PoliteClient
from scripts.link_check.rows import PATH, due, read_rows
from tests.unit.link_check.conftest import TODAY, answer, closed, hangs, page, resets
from tests.unit.projects import ROOT


def everything(checker, today=TODAY, days=30):
    return due(checker.sources, read_rows(checker.project), today, days)


def file_of(checker):
    return (checker.project.root / PATH).read_bytes()


def test_what_was_seen_is_written_with_the_day(checker, server):
    server.pages |= {"/a": page("A"), "/c": (301, {"Location": "/d"}, ""), "/d": page("D")}
    made = checker({name: f"{server.origin}/{name}" for name in "abc"})
    made.run(everything(made))
    rows = read_rows(made.project)
    assert [(row["id"], row["state"], row["tried"]) for row in rows.values()] == [
        ("a", "ok", "2027-03-03"),
        ("b", "gone", "2027-03-03"),
        ("c", "moved", "2027-03-03"),
    ]
    assert rows["a"]["answered"] == "2027-03-03"
    assert "answered" not in rows["b"]
    assert rows["c"]["to"] == f"{server.origin}/d"


def test_the_day_on_which_a_page_last_answered_stays_when_it_is_gone(checker, server):
    server.pages |= {"/a": page("A")}
    made = checker({"a": f"{server.origin}/a"})
    made.run(everything(made))
    server.pages["/a"] = (404, {}, "")
    made.today = TODAY + timedelta(days=40)
    made.run(everything(made, made.today))
    row = read_rows(made.project)["a"]
    assert (row["state"], row["tried"], row["answered"]) == ("gone", "2027-04-12", "2027-03-03")


def test_what_editors_wrote_is_not_touched(checker, server):
    before = {path: path.read_bytes() for path in checker({}).project.data.rglob("*.yml")}
    made = checker({"a": f"{server.origin}/"})
    made.run(everything(made))
    changed = [path.name for path, text in before.items() if path.read_bytes() != text]
    assert changed == ["source-addresses.yml"]


def test_an_address_that_two_sources_share_is_tried_once(checker, server):
    server.pages |= {"/a": page("A")}
    made = checker({"a": f"{server.origin}/a", "b": f"{server.origin}/a"})
    made.run(everything(made))
    assert server.asked.count(("HEAD", "/a")) == 1
    assert read_rows(made.project).keys() == {"a", "b"}


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause_and_others_meanwhile(servers, checker):
    first, second = servers(), servers()
    both = threading.Barrier(2, timeout=20)

    def meets(handler):
        if handler.command == "HEAD":
            both.wait()  # comes about only when both hosts are asked at once
        answer(handler, *page("Her"))

    for each in (first, second):
        each.pages |= {"/1": meets, "/2": page("2"), "/3": page("3")}
    addresses = {f"s{at}-{name}": f"{each.origin}/{name}"
                 for at, each in enumerate((first, second)) for name in "123"}  # fmt: skip
    made = checker(addresses)
    pauses = []
    made.client = PoliteClient(Client(Limits(20, 20)), 1000.0, pauses.append)
    made.run(everything(made))
    assert (first.most, second.most) == (1, 1)
    assert len(pauses) == len(first.asked) + len(second.asked) - 2
    assert min(pauses) > 990


def test_one_host_by_http_and_by_https_is_asked_one_thing_at_a_time(servers, checker):
    # Two origins of one host, as those of http and https are.
    plain = servers()
    other = servers(plain.server_address[0])
    addresses = {f"{at}-{name}": f"{each.origin}/{name}"
                 for name in "123" for at, each in enumerate((plain, other))}  # fmt: skip
    made = checker(addresses)
    pauses = []
    made.client = PoliteClient(Client(Limits(20, 20)), 1000.0, pauses.append)
    made.run(everything(made))
    asked = plain.asked + other.asked
    assert len(pauses) == len(asked) - 1
    # What robots may see is said by each for itself.
    assert asked.count(("GET", "/robots.txt")) == 2
    assert host_of("http://sted.example/a") == host_of("https://Sted.example:443/b")


def test_the_longest_pause_that_a_host_asks_for_anywhere_is_kept_everywhere(servers):
    rules = "User-agent: *\nCrawl-delay: 7\n"
    asks = servers()
    other = servers(asks.server_address[0])
    asks.pages |= {"/robots.txt": (200, {"Content-Type": "text/plain"}, rules)}
    pauses = []
    guest = PoliteClient(Client(), 2.0, pauses.append)
    for each in (asks, other, asks):
        guest.ask("HEAD", f"{each.origin}/")
    assert [round(each) for each in pauses] == [7, 7, 7, 7]


def test_a_longer_pause_that_a_host_asks_for_is_kept(server):
    rules = "User-agent: *\nCrawl-delay: 7\n"
    server.pages |= {"/robots.txt": (200, {"Content-Type": "text/plain"}, rules)}
    pauses = []
    guest = PoliteClient(Client(), 2.0, pauses.append)
    guest.ask("HEAD", f"{server.origin}/")
    guest.ask("HEAD", f"{server.origin}/")
    assert [round(each) for each in pauses] == [7, 7]


def test_a_host_that_does_not_answer_is_told_while_others_do(checker, server):
    dead = closed()
    made = checker({"dead": f"{dead}/a", "alive": f"{server.origin}/"})
    made.run(everything(made))
    rows = read_rows(made.project)
    assert (rows["dead"]["state"], rows["alive"]["state"]) == ("unreachable", "ok")


def test_one_dead_address_alone_is_told_when_the_hosts_of_other_sources_answer(checker, server):
    made = checker({"dead": f"{closed()}/a", "alive": f"{server.origin}/"})
    wanted = {address: ids for address, ids in everything(made).items() if ids == ["dead"]}
    made.run(wanted)
    assert [row["id"] for row in read_rows(made.project).values()] == ["dead"]


def test_without_a_network_nothing_changes(checker):
    made = checker({f"s{at}": f"{closed()}/" for at in range(9)})
    before = file_of(made)
    outcome = made.run(everything(made))
    assert not outcome.has_network
    assert file_of(made) == before


def test_a_network_that_goes_away_ends_the_run_and_blames_no_address(checker, servers, monkeypatch):
    first, second = servers(), servers()
    first.pages |= {"/1": page("1")}

    def goes_away(handler):
        for each in (first, second):
            each.pages = {"*": resets}
        resets(handler)

    first.pages |= {"/2": goes_away, "/3": page("3")}
    made = checker({name: f"{first.origin}/{name}" for name in "123"})
    made.sources |= checker({"z": f"{second.origin}/"}).sources
    monkeypatch.setattr("scripts.link_check.run._RECENT", 0.0)
    wanted = {f"{first.origin}/{name}": [name] for name in "123"}
    outcome = made.run(wanted)
    assert not outcome.has_network
    assert [row["id"] for row in read_rows(made.project).values()] == ["1"]


def test_a_run_that_is_interrupted_keeps_what_it_saw_and_the_next_goes_on(checker, server):
    server.pages |= {f"/{name}": page(name) for name in "abcd"}
    made = checker({name: f"{server.origin}/{name}" for name in "abcd"})

    def tell(line, lines=made.lines):
        lines.append(line)
        if len(lines) == 2:
            raise KeyboardInterrupt

    made.tell = tell
    outcome = made.run(everything(made))
    assert outcome.is_cut_short
    seen = read_rows(made.project)
    assert len(seen) == 2
    assert list(everything(made).values()) == [[name] for name in "abcd" if name not in seen]


def test_a_run_that_is_killed_while_it_writes_leaves_the_file_whole(checker, server, monkeypatch):
    made = checker({"a": f"{server.origin}/"})
    made.run(everything(made))
    before = file_of(made)

    class Killed(BaseException):
        pass

    def killed(*_):
        raise Killed

    monkeypatch.setattr("scripts.link_check.rows.os.fsync", killed)
    with pytest.raises(Killed):
        made.run(everything(made, days=0))
    assert file_of(made) == before


def test_a_file_that_cannot_be_written_is_told_and_stays(checker, server, monkeypatch):
    made = checker({"a": f"{server.origin}/"})
    before = file_of(made)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("scripts.link_check.rows.os.fsync", full)
    with pytest.raises(ProblemsFound, match=r"cannot be written \(No space left"):
        made.run(everything(made))
    assert file_of(made) == before
    assert [path.name for path in made.project.data.glob("*being-written")] == []


def test_a_file_with_faults_is_not_written_over(checker, server):
    made = checker({"a": f"{server.origin}/"})
    path = made.project.root / PATH
    path.write_text("- id: a\n  state: vanished\n", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(ProblemsFound, match="take the file away and begin anew"):
        made.run({f"{server.origin}/": ["a"]})
    assert (path.read_bytes(), server.asked) == (before, [])


@pytest.mark.parametrize("title", ["404 \U0001f622", "Siden finnes\u200b\u00ad ikke", "404 **x**"])
def test_what_a_page_says_stops_no_build(checker, server, title):
    server.pages |= {"/a": page(title)}
    made = checker({"ministry": f"{server.origin}/a"})
    made.today = date(2026, 1, 1)
    made.run(everything(made))
    fonts = "overrides/print/fonts"
    shutil.copytree(ROOT / fonts, made.project.root / fonts)
    content = load_content(made.project)
    assert [str(each) for each in content.problems if each.path == PATH] == []


def test_rows_that_another_run_wrote_stay(checker, server):
    server.pages |= {"/a": page("A")}
    made = checker({"a": f"{server.origin}/a", "b": f"{server.origin}/"})

    def tell(_):
        other = checker({"a": f"{server.origin}/a", "b": f"{server.origin}/"})
        other.run({f"{server.origin}/": ["b"]})

    made.tell = tell
    made.run({f"{server.origin}/a": ["a"]})
    assert read_rows(made.project).keys() == {"a", "b"}


def test_those_never_tried_come_first_and_those_tried_lately_wait(checker, project):
    made = checker({name: f"https://{name}.example/" for name in ("new", "old", "late", "other")})
    row = "- id: {}\n  address: https://{}.example/\n  state: ok\n  tried: '{}'\n"
    text = row.format("late", "late", "2027-03-01") + row.format("old", "old", "2026-01-01")
    text += row.format("other", "before", "2027-03-01")  # its source has another address now
    (project.root / PATH).write_text(text, encoding="utf-8")
    assert [*everything(made).values()] == [["new"], ["other"], ["old"]]
    assert [*everything(made, days=0).values()] == [["new"], ["other"], ["old"], ["late"]]
    stale = read_rows(project)["other"]
    assert state_of(made.sources["other"].record, stale).state == ""


def test_an_address_that_nothing_can_be_made_of_takes_no_other_with_it(
    checker, server, monkeypatch
):
    server.pages |= {"/a": page("A"), "/c": page("C")}
    look = run.visit

    def odd(guest, address):
        if address.endswith("/b"):
            raise ValueError("Port out of range 0-65535")
        return look(guest, address)

    monkeypatch.setattr(run, "visit", odd)
    made = checker({name: f"{server.origin}/{name}" for name in "abc"})
    made.run(everything(made))
    rows = read_rows(made.project)
    assert {id_: row["state"] for id_, row in rows.items()} == {
        "a": "ok", "b": "unreachable", "c": "ok"
    }  # fmt: skip
    assert rows["b"]["why"] == "nothing can be made of what it answers"


def test_a_fault_of_this_program_is_told_and_said_of_no_address(
    checker, server, monkeypatch, caplog
):
    server.pages |= {"/a": page("A"), "/b": page("B")}
    made = checker({name: f"{server.origin}/{name}" for name in "ab"})
    sound = run.visit

    def broken(guest, address):
        if address.endswith("/a"):
            raise TypeError("a library changed")
        return sound(guest, address)

    monkeypatch.setattr(run, "visit", broken)
    made.run(everything(made))
    assert [*read_rows(made.project)] == ["b"]
    assert "This program failed at" in caplog.text
    assert "TypeError: a library changed" in caplog.text


def test_a_fault_behind_the_limit_of_time_is_no_slow_server(monkeypatch):
    client = Client(Limits(whole=5.0))
    monkeypatch.setattr(client, "_ask", lambda method, address: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        client.ask("HEAD", "http://127.0.0.1/")


def test_the_address_of_a_source_that_is_none_is_told_and_ends_nothing(checker, server):
    odd = {"port": "http://b.example:99999/", "name": "http://[::"}
    made = checker({**odd, "a": f"{server.origin}/"})
    made.run(everything(made))
    states = {row["id"]: row["state"] for row in read_rows(made.project).values()}
    assert states == dict.fromkeys(odd, "unreachable") | {"a": "ok"}


@pytest.mark.parametrize("odd", ["Crawl-delay: \u00b2", f"Crawl-delay: {'9' * 400}"])
def test_a_robots_txt_that_nothing_can_be_made_of_is_asked_for_once(checker, server, odd):
    rules = f"User-agent: *\n{odd}\n"
    server.pages |= {"/robots.txt": (200, {"Content-Type": "text/plain"}, rules)}
    server.pages |= {"/a": page("A"), "/b": page("B")}
    made = checker({name: f"{server.origin}/{name}" for name in "ab"})
    pauses = []
    made.client = PoliteClient(Client(), 0.0, pauses.append)
    made.run(everything(made))
    assert server.asked.count(("GET", "/robots.txt")) == 1
    assert all(each <= 30 for each in pauses)


def test_a_host_that_hangs_holds_the_others_up_no_longer_than_its_limit(checker, servers):
    slow, quick = servers(), servers()
    slow.pages |= {"*": hangs, "/robots.txt": hangs}
    addresses = {f"slow{at}": f"{slow.origin}/{at}" for at in range(5)}
    made = checker({**addresses, "quick": f"{quick.origin}/"})
    made.run(everything(made))
    states = {row["id"]: row["state"] for row in read_rows(made.project).values()}
    assert states == {"quick": "ok"} | dict.fromkeys(addresses, "unreachable")
    # One silence is enough: the host is not asked for the other four.
    assert len(slow.asked) == 1
