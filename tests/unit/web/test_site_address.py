"""The address of the site holds nothing behind which no page could be found."""

import pytest

from scripts.web.site_address import site_address_fault


@pytest.mark.parametrize(
    ("address", "what", "fix"),
    [
        ("www.example.org", "is no address", "write https://example.org/"),
        ("javascript:alert(1)", "is no address", "write https://example.org/"),
        ("https://eksempel.no/kb med/?x=1", "holds a space", "name the folder without it"),
        ("https://eksempel.no/<b>", "holds <", "name the folder without it"),
        ("https://eksempel.no/kb/?x=1", 'goes on with "?x=1"', "take ?x=1 away"),
        ("https://eksempel.no/kb/#x", 'goes on with "#x"', "take #x away"),
        ("https://u:p@eksempel.no/", "a name and a password", "take away what stands before"),
        ("https://eksempel.no:99999/", 'the port "99999"', "write a number up to 65535"),
        ("https://.no/", "names no site", "write the whole name"),
        ("https://eksempel.no//kb/", "no name", "write https://eksempel.no/kb/"),
        ("https://eksempel.no/kb//", "no name", "write https://eksempel.no/kb/"),
        ("https://eksempel.no/a/../kb", "no name", "write https://eksempel.no/kb/"),
    ],
)
def test_an_address_behind_which_no_page_is_found_is_told(address, what, fix):
    said = site_address_fault(address)
    assert said is not None
    assert what in said[0]
    assert said[1].startswith(fix)
    if fix.startswith("write https"):
        assert site_address_fault(fix.removeprefix("write ")) is None


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8000/",
        "http://localhost:8000",
        "http://[::1]:8000/",
        "https://example.org",
        "HTTPS://Example.org/mkm/x",
        "https://blåbær.kommune.no/kb/",
        "http://intranett/mkm/",
    ],
)
def test_addresses_of_sites_are_left_in_peace(address):
    assert site_address_fault(address) is None
