"""Readers are sent to pages, to the web and to e-mail, and never into a script."""

import pytest

from scripts.content.addresses import address_fault, is_of_this_machine, is_outside, scheme_of


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "java&#9;script:alert(1)",
        "java\tscript:alert(1)",
        "java%0Ascript:alert(1)",
        "\u0001javascript:alert(1)",
        " javascript:alert(1)",
        "javascript%3Aalert(1)",
        "&amp;#106;avascript:alert(1)",
    ],
)
def test_a_script_is_found_however_it_is_written(target):
    assert scheme_of(target) == "javascript"
    assert is_outside(target)
    assert address_fault(target)


BAD = """data:text/html,x vbscript:x file:///etc/passwd ftp://example.org/ htp://a.no http://
http:/a.no https://example //a.no/x mailto:navn https://a.no:x/ https://me:secret@a.no/ C:\\x.md
https://a.no/"x https://a.no/("""
GOOD = """https://example.org/ http://a.no/b_(c)?d=1&e=2#f https://blåbær.no/ https://a.no:8080
mailto:post@example.org mailto:a@b.no?subject=x https://a.no/%28"""


@pytest.mark.parametrize("target", [*BAD.split(), "https://a b.no"])
def test_an_address_that_leads_nowhere_good_is_told_with_a_mend(target):
    what, fix = address_fault(target)
    assert what
    assert fix


@pytest.mark.parametrize("target", GOOD.split())
def test_a_whole_address_is_left_alone(target):
    assert address_fault(target) is None


@pytest.mark.parametrize("target", ["//example.org/a", " //example.org/a", "\\\\server\\a"])
def test_what_a_browser_takes_for_a_host_is_outside_without_any_scheme(target):
    assert is_outside(target)


def test_a_page_of_the_site_is_not_outside():
    assert not is_outside("../kommuner/moss.md#results")


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("http://127.0.0.1:8000/", True),
        ("http://localhost/", True),
        ("http://127.1.2.3/", True),
        ("http://[::1]:8000/", True),
        ("http://0.0.0.0:8000/", True),
        ("http://mkm.localhost/", True),
        ("/", True),
        ("https://mkm.example/127.0.0.1/", False),
        ("https://localhost.example/", False),
        ("https://1270.example/", False),
    ],
)
def test_an_address_of_this_machine_is_known(address, local):
    assert is_of_this_machine(address) is local
