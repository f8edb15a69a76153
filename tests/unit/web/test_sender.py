"""Who stands behind the site: what the owner set, what is not set, and what cannot be right."""

from datetime import date

import pytest

from scripts.web.sender import Sender, read_sender, sender_problems

SIGNED = {"publisher": "Prøveforlaget", "contact": "kunnskap@example.org"}


def test_a_publisher_and_a_contact_sign_the_site():
    sender = read_sender({**SIGNED, "editor": " Redaksjonen ", "reviewed": "2026-11-28"})
    assert (sender.publisher, sender.editor) == ("Prøveforlaget", "Redaksjonen")
    assert sender.reviewed == "2026-11-28"
    assert sender.missing == ()
    assert sender.notice is None


@pytest.mark.parametrize(
    ("extra", "missing", "said"),
    [
        ({}, ("SITE_PUBLISHER", "SITE_CONTACT"), "SITE_PUBLISHER and SITE_CONTACT are not set"),
        ({"publisher": "Prøveforlaget"}, ("SITE_CONTACT",), "SITE_CONTACT is not set"),
        ({"contact": "www.example.org"}, ("SITE_PUBLISHER",), "SITE_PUBLISHER is not set"),
    ],
)
def test_what_an_edition_lacks_is_said_in_one_line(extra, missing, said):
    sender = read_sender(extra)
    assert sender.missing == missing
    assert said in sender.notice
    assert "\n" not in sender.notice


def test_nothing_set_is_no_fault_of_a_preview():
    assert sender_problems({"publisher": "", "editor": None, "contact": " "}) == []
    assert read_sender({}) == Sender()


@pytest.mark.parametrize(
    "name", ["https://example.org", "post@example.org", "www.example.no", "…", "42", "<b>Vi</b>"]
)
def test_an_address_or_markup_is_no_name(name):
    for setting, key in (("SITE_PUBLISHER", "publisher"), ("SITE_EDITOR", "editor")):
        (problem,) = sender_problems({key: name})
        assert problem.path == setting
        assert "write the name alone" in str(problem)
    assert read_sender({"publisher": name}).publisher is None


@pytest.mark.parametrize("day", ["28.11.2026", "2026-13-01", "20261128", "i går"])
def test_a_day_has_one_form_and_exists(day):
    (problem,) = sender_problems({"reviewed": day})
    assert "write year, month and day" in str(problem)
    assert read_sender({"reviewed": day}).reviewed is None


def test_all_faults_of_the_settings_are_told_at_once():
    found = sender_problems(
        {"publisher": "www.x.no", "editor": "n" * 121, "contact": "ring oss", "reviewed": "snart"}
    )
    paths = [problem.path for problem in found]
    assert paths == ["SITE_PUBLISHER", "SITE_EDITOR", "SITE_CONTACT", "SITE_REVIEWED"]


@pytest.mark.parametrize("name", ["NTL Kommune", "Universitetet i Sør-Øst", "A/S Blåbær & Sønn"])
def test_names_of_publishers_are_names(name):
    assert sender_problems({"publisher": name}) == []


def test_no_site_was_reviewed_on_a_day_that_has_not_been_yet():
    day = date(2026, 11, 30)
    assert sender_problems({"reviewed": "2026-11-30"}, day) == []
    (problem,) = sender_problems({"reviewed": "2027-01-01"}, day)
    assert str(problem).startswith('SITE_REVIEWED: "2027-01-01" has not been yet – write the day')
