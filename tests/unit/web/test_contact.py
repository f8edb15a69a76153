"""The address for reporting errors: a link that leads somewhere, or a fault that is told."""

import pytest

from scripts.web.contact import contact_problems, read_contact


@pytest.mark.parametrize(
    ("setting", "link"),
    [
        ("kunnskap@example.org", "mailto:kunnskap@example.org"),
        ("mailto:kunnskap@example.org", "mailto:kunnskap@example.org"),
        (" Kari.Nordmann+feil@post.example.org ", "mailto:Kari.Nordmann%2Bfeil@post.example.org"),
        ("www.example.org", "https://www.example.org"),
        ("www.eksempel.no/feil", "https://www.eksempel.no/feil"),
        ("example.org/@kunnskap?x=1#y", "https://example.org/@kunnskap?x=1#y"),
        ("blåbærkommune.no:8443/feil", "https://blåbærkommune.no:8443/feil"),
        ("http://example.org/", "http://example.org/"),
        ("HTTPS://example.org/feil", "HTTPS://example.org/feil"),
        ("https://example.org/index.html", "https://example.org/index.html"),
        ("kunnskap@blåbær.no", "mailto:kunnskap@xn--blbr-roah.no"),
    ],
)
def test_addresses_become_links_as_people_write_them(setting, link):
    contact = read_contact(setting)
    assert contact is not None
    assert contact.link() == link
    assert contact_problems(setting) == []


@pytest.mark.parametrize(
    "setting",
    [
        "javascript:alert(1)",
        "ring oss",
        "kunnskap",
        "kunnskap@example",
        "kunnskap@example.org?cc=alle@example.org",
        "a@example.org b@example.org",
        "ftp://example.org/",
        "//example.org/feil",
        "https://",
        'https://example.org/"onclick="x',
        12345678,
    ],
)
def test_what_would_lead_nowhere_is_told_with_how_to_write_it(setting):
    assert read_contact(setting) is None
    (problem,) = contact_problems(setting)
    assert str(problem) == (
        f'SITE_CONTACT: "{setting}" is neither an e-mail address nor an address of the web – '
        "write kunnskap@example.org or https://example.org/feil"
    )


@pytest.mark.parametrize("setting", ["", None, "  "])
def test_no_address_is_no_fault_and_no_link(setting):
    assert read_contact(setting) is None
    assert contact_problems(setting) == []


def test_an_email_names_the_page_and_the_web_is_left_as_it_is():
    filled = ("Feil på «Avtale» (Utgave 1.0)", "https://example.org/1.0/faser/avtale/")
    mail, web = read_contact("kunnskap@example.org"), read_contact("example.org/feil")
    assert mail is not None
    assert web is not None
    assert mail.link(*filled) == (
        "mailto:kunnskap@example.org?subject=Feil%20p%C3%A5%20%C2%ABAvtale%C2%BB%20%28Utgave%201.0%29"
        "&body=https%3A%2F%2Fexample.org%2F1.0%2Ffaser%2Favtale%2F"
    )
    assert web.link(*filled) == "https://example.org/feil"


def test_signs_that_nobody_sees_are_no_part_of_an_address():
    assert read_contact("https://example.org/\u202efeil") is None
    assert read_contact("kunnskap\u200b@example.org") is None


@pytest.mark.parametrize(
    ("setting", "fix"),
    [
        ("Kari Moe <kari@example.org>", "write kari@example.org alone"),
        ("kari@example.org (Kari Moe)", "write kari@example.org alone"),
        ("kari@example.org, ola@example.org", "write one alone, such as kari@example.org"),
        ("kari@example.org;ola@example.org", "write one alone, such as kari@example.org"),
        ("tel:+4712345678", "write kunnskap@example.org or https://example.org/feil"),
        ("+47 12 34 56 78", "write kunnskap@example.org or https://example.org/feil"),
        ("https://example.org/feil.", "write https://example.org/feil"),
        ("www.example.org/feil,", "write www.example.org/feil"),
        ("www.eksempel", "write the whole name, such as www.example.org"),
        ("https://www.eksempel/feil", "write the whole name, such as www.example.org"),
        ("om.md", "write the whole address, with https:// and the name of the site"),
        ("feil.html", "write the whole address, with https:// and the name of the site"),
        ("kontakt.php?x=1", "write the whole address, with https:// and the name of the site"),
        ("kari@example.org\nola@example.org", "write the address anew, on one row"),
        ("kari\u200b@example.org", "write the address anew, on one row"),
        (".kari@example.org", "look it up again, and write it as it is there"),
        ("kari..moe@example.org", "look it up again, and write it as it is there"),
        ("kari@-example.org", "look it up again, and write it as it is there"),
        ("kari@1.2.3.4", "look it up again, and write it as it is there"),
        ("𝐤ari@example.org", "look it up again, and write it as it is there"),
        ("https://-example.org/", "write the whole name, such as example.org"),
        ("https://example.org:99999/", "write a number up to 65535, or take :99999 away"),
    ],
)
def test_an_address_that_would_fail_is_told_with_its_mend(setting, fix):
    assert read_contact(setting) is None
    (problem,) = contact_problems(setting)
    assert str(problem).endswith(f" – {fix}")


def test_a_mail_host_with_norwegian_letters_is_one_that_mail_programs_know():
    contact = read_contact("kåre@blåbær.no")
    assert contact is not None
    assert contact.link() == "mailto:k%C3%A5re@xn--blbr-roah.no"
