"""What is said of an address, from what a real server does."""

import pytest

from scripts.content.source_addresses import FAILED
from scripts.link_check.client import AGENT, Answer
from scripts.link_check.verdict import Verdict, verdict
from scripts.link_check.visit import visit
from tests.unit.link_check.conftest import (
    closed,
    drips,
    hangs,
    never_ends,
    page,
    resets,
    says,
)


@pytest.fixture
def look(server, guest):
    """What is said of a path that does this, on a server with these other pages."""

    def look(does, **others):
        server.pages |= {"/text": does} | {f"/{path}": other for path, other in others.items()}
        return verdict(visit(guest, f"{server.origin}/text"))

    return look


def test_a_page_that_answers_is_ok(look):
    assert look(page("Modellkommuner")) == Verdict("ok", 200)


def test_a_file_that_answers_is_ok_and_is_not_fetched(look, server):
    assert look((200, {"Content-Type": "application/pdf"}, "%PDF")).state == "ok"
    assert ("GET", "/text") not in server.asked


def test_a_page_that_is_gone_is_gone(look):
    assert look((404, {}, "")) == Verdict("gone", 404)
    assert look((410, {}, "")) == Verdict("gone", 410)


@pytest.mark.parametrize("refusal", [(405, {}, ""), (404, {}, ""), (501, {}, ""), "reset", "hang"])
def test_a_server_that_knows_no_head_is_asked_for_the_page(look, refusal):
    refuses = {"reset": resets, "hang": hangs}.get(refusal) if isinstance(refusal, str) else None

    def does(handler):
        from tests.unit.link_check.conftest import answer

        if handler.command == "HEAD" and refuses:
            refuses(handler)
        else:
            answer(handler, *(refusal if handler.command == "HEAD" else page("Her")))

    assert look(does).state == "ok"


def test_a_page_that_moved_for_good_says_where_to(look, server):
    found = look((301, {"Location": "/new"}, ""), new=page("Her"))
    assert found == Verdict("moved", 200, f"{server.origin}/new")


def test_a_page_that_leads_on_for_now_has_not_moved(look):
    assert look((302, {"Location": "/now"}, ""), now=page("Her")) == Verdict("ok", 200)


def test_a_slash_more_is_no_move(look):
    assert look((301, {"Location": "/text/"}, ""), **{"text/": page("Her")}).state == "ok"


def test_a_page_that_moved_and_is_gone_there_is_gone(look, server):
    assert look((301, {"Location": "/new"}, "")) == Verdict("gone", 404, f"{server.origin}/new")


@pytest.mark.parametrize(
    "title",
    ["Siden finnes ikke", "404", "Page not found | Example", "Vi fant ikke siden du leter etter",
     "Feil 404 – Kommunen", "Sidan kan inte hittas", "Seite nicht gefunden",
     "The page couldn’t be found"],
)  # fmt: skip
def test_a_page_that_answers_and_says_it_is_not_there_lies(look, title):
    found = look(page(title))
    assert (found.state, found.code) == ("lies", 200)
    assert found.why == "its title or a heading says that it is not there"


@pytest.mark.parametrize(
    "title", ["Lov 404 av 1992", "Hva forskerne ikke fant", "Kommunen finnes ikke lenger i dag"]
)
def test_a_page_about_what_is_not_found_does_not_lie(look, title):
    assert look(page(title, text="Page not found. Siden finnes ikke.")).state == "ok"


@pytest.mark.parametrize("front", ["/", "/no/", "/index.html", "/en/home"])
@pytest.mark.parametrize("code", [301, 302])
def test_a_page_that_leads_to_a_front_page_lies(look, front, code):
    found = look((code, {"Location": front}, ""), **{front[1:]: page("Velkommen")})
    assert (found.state, found.why) == ("lies", "it leads to a front page")


def test_a_page_that_has_the_browser_go_to_the_front_page_lies(look):
    refresh = '<meta http-equiv="refresh" content="0; url=/">'
    assert look(page("Vent litt", head=refresh)).state == "lies"


def test_a_source_that_is_a_front_page_may_stay_one(server, guest):
    server.pages |= {"/no": (302, {"Location": "/"}, "")}
    assert verdict(visit(guest, f"{server.origin}/no")).state == "ok"


@pytest.mark.parametrize("code", [401, 403, 429, 451, 999])
def test_a_server_that_refuses_programs_blocks(look, code):
    assert look((code, {}, "")) == Verdict("blocked", code)


def test_a_server_with_a_fault_cannot_be_reached(look):
    assert look((503, {}, "")) == Verdict("unreachable", 503, why="it answered with a fault")


@pytest.mark.parametrize("does", [hangs, drips])
def test_a_server_that_never_gets_done_is_left(look, does):
    found = look(does)
    assert (found.state, found.why) == ("unreachable", "it did not answer in time")


def test_a_server_that_breaks_off_cannot_be_reached(look):
    assert look(resets) == Verdict("unreachable", why="it broke the connection off")


@pytest.mark.parametrize(
    "raw",
    [b"\x00\xff\x17 what", b"HTTP/1.1 abc\r\n\r\n", b"220 mail.example ESMTP\r\n",
     b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n"],
)  # fmt: skip
def test_an_answer_that_is_no_http_is_none(look, raw):
    found = look(says(raw))
    assert (found.state, found.code) == ("unreachable", None)


def test_letters_that_are_none_hinder_nothing(look):
    raw = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>\xff\xfe\xe5</title>"
    assert look(says(raw)).state == "ok"


def test_of_a_page_without_an_end_only_the_beginning_is_read(look, server):
    assert look(never_ends).state == "ok"
    assert server.sent < 20_000_000  # what lies in buffers between the two included


def test_a_circle_and_a_chain_without_an_end_are_left(look, server):
    assert look((302, {"Location": "/back"}, ""), back=(302, {"Location": "/text"}, "")).why == (
        "it leads in a circle"
    )
    server.pages["*"] = lambda handler: _one_further(handler)
    assert look((302, {"Location": "/1"}, "")).why == "it leads on and on"
    assert len(server.asked) < 40


def _one_further(handler):
    handler.send_response(302)
    handler.send_header("Location", f"/{int(handler.path[1:]) + 1}")
    handler.send_header("Content-Length", "0")
    handler.end_headers()


@pytest.mark.parametrize("target", ["mailto:a@example.org", "file:///etc/passwd"])
def test_what_leads_to_no_web_page_is_not_followed(look, target):
    found = look((302, {"Location": target}, ""))
    assert (found.state, found.why) == ("unreachable", "it leads to something that is no web page")


def test_a_host_that_takes_no_connection_cannot_be_reached(guest):
    found = verdict(visit(guest, f"{closed()}/text"))
    assert found == Verdict("unreachable", why="it takes no connection")


def test_what_robots_are_asked_to_leave_is_left(look, server):
    rules = (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /text\n")
    found = look(page("Her"), **{"robots.txt": rules})
    assert (found.state, found.why) == ("blocked", "robots.txt asks programs to stay away")
    assert server.asked == [("GET", "/robots.txt")]


@pytest.mark.parametrize(
    "rules",
    [(500, {}, ""), (503, {}, ""), "User-agent: *\nCrawl-delay: \u00b2\n",
     "User-agent: *\nDisallow: //[\n"],
)  # fmt: skip
def test_of_a_page_that_nobody_may_ask_for_it_is_not_said_that_it_failed(look, server, rules):
    does = (200, {"Content-Type": "text/plain"}, rules) if isinstance(rules, str) else rules
    found = look(page("Her"), **{"robots.txt": does})
    assert found == Verdict("blocked", why="its robots.txt has a fault, so nothing was asked")
    assert found.state not in FAILED
    assert server.asked == [("GET", "/robots.txt")]


@pytest.mark.parametrize("does", [hangs, resets])
def test_a_host_that_is_silent_on_robots_too_cannot_be_reached(look, does):
    assert look(page("Her"), **{"robots.txt": does}).state == "unreachable"


def test_servers_are_told_who_asks_and_no_secret(look, server, tmp_path, monkeypatch):
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    look(page("Her"))
    assert server.agents == {AGENT}
    assert "modellkommunemetodikken" in AGENT
    assert server.secrets == []


def test_where_an_address_leads_is_written_as_addresses_are(guest, monkeypatch):
    leads = {"http://a.example/text": Answer(301, "HTTPS://b.example/\u00adA\u200b?b=\u2192")}
    monkeypatch.setattr(guest, "ask", lambda method, address: leads.get(address, Answer(200)))
    found = verdict(visit(guest, "http://a.example/text"))
    assert (found.state, found.to[:18]) == ("moved", "https://b.example/")
    assert found.to.isascii()
    assert found.to.isprintable()


@pytest.mark.parametrize(
    "target",
    ["http://[::", "http://b.example:99999/", "http://b.example:port/", "https:b.example",
     "https:///b"],
)  # fmt: skip
def test_what_leads_to_no_address_at_all_is_not_followed(guest, monkeypatch, target):
    monkeypatch.setattr(guest, "ask", lambda method, address: Answer(302, target))
    found = verdict(visit(guest, "http://a.example/text"))
    why = "it leads to something that is no web page"
    assert found == Verdict("unreachable", 302, why=why)
