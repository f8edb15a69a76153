"""Source pages: addresses in both languages, front matter, lines of the body."""

import pytest

from scripts.content.page_lists import pages_by_title
from scripts.content.pages import load_site
from scripts.language.locales import ENGLISH, LOCALES, NORWEGIAN, other
from tests.unit.projects import write_pages

PAGE = "---\ntitle: Tittel\nid: page\nkind: concept\n---\n\nTekst.\n"


@pytest.mark.parametrize(
    ("key", "url"),
    [
        ("index.md", ""),
        ("metoden/index.md", "metoden/"),
        ("metoden/historie.md", "metoden/historie/"),
        ("a/b/c.md", "a/b/c/"),
        ("metoden/indexering.md", "metoden/indexering/"),
        ("versjon-1.2.md", "versjon-1.2/"),
    ],
)
def test_norwegian_address_follows_the_file(tmp_path, key, url):
    site = write_pages(tmp_path, {f"no/{key}": PAGE})
    assert site.of(NORWEGIAN)[key].url == url


@pytest.mark.parametrize(
    ("stated", "url"), [('""', "en/"), ("phases/", "en/phases/"), ("a/b/", "en/a/b/")]
)
def test_english_address_is_the_one_the_page_states(tmp_path, stated, url):
    text = PAGE.replace("kind:", f"url: {stated}\nkind:")
    site = write_pages(tmp_path, {"en/metoden/historie.md": text})
    assert site.of(ENGLISH)["metoden/historie.md"].url == url


def test_counterparts_have_one_key_and_one_id(tmp_path):
    site = write_pages(tmp_path, {"no/a/b.md": PAGE, "en/a/b.md": PAGE})
    assert [list(site.of(locale)) for locale in LOCALES] == [["a/b.md"], ["a/b.md"]]
    assert [site.by_id(locale)["page"].path for locale in LOCALES] == [
        "docs/no/a/b.md",
        "docs/en/a/b.md",
    ]


def test_only_markdown_below_the_two_languages_is_a_page(tmp_path):
    write_pages(tmp_path, {"no/a.md": PAGE, "no/a.txt": "x", "assets/b.md": PAGE, "sv/c.md": PAGE})
    assert [page.path for page in load_site(tmp_path).pages] == ["docs/no/a.md"]


def test_body_begins_on_the_line_after_the_front_matter(tmp_path):
    (page,) = write_pages(tmp_path, {"no/a.md": PAGE}).pages
    assert page.body == "\nTekst.\n"
    assert page.body_line == 6
    assert page.front_matter.line(("kind",)) == 4


def test_line_between_two_parts_of_the_text_does_not_end_the_front_matter(tmp_path):
    (page,) = write_pages(tmp_path, {"no/a.md": PAGE + "\n---\n\nMer.\n"}).pages
    assert page.title == "Tittel"
    assert page.body.endswith("---\n\nMer.\n")


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_page_saved_on_windows_is_read_like_any_other(tmp_path, newline, encoding):
    file = tmp_path / "docs" / "no" / "a.md"
    file.parent.mkdir(parents=True)
    file.write_bytes(PAGE.replace("\n", newline).encode(encoding))
    site = load_site(tmp_path)
    assert site.problems == []
    assert (site.pages[0].title, site.pages[0].body) == ("Tittel", "\nTekst.\n")


def test_page_without_front_matter_is_kept_so_that_its_text_is_checked_too(tmp_path):
    site = write_pages(tmp_path, {"no/a.md": "## Tittel\n\nTekst.\n"})
    assert [problem.what for problem in site.problems] == ["the front matter is missing"]
    assert (site.pages[0].body_line, site.pages[0].meta, site.pages[0].id) == (1, {}, "")


def test_value_that_is_not_text_is_no_title(tmp_path):
    (page,) = write_pages(tmp_path, {"no/a.md": PAGE.replace("Tittel", "2007")}).pages
    assert page.title == ""
    assert page.meta["title"] == 2007


def test_browsers_are_told_bokmal_and_folders_are_called_no():
    assert [(locale.code, locale.lang, locale.prefix) for locale in LOCALES] == [
        ("no", "nb", ""),
        ("en", "en", "en/"),
    ]
    assert [other(locale) for locale in LOCALES] == [ENGLISH, NORWEGIAN]


def test_pages_of_one_language_are_listed_in_its_alphabet_with_their_letters(tmp_path):
    titles = {"a": "Ås", "b": "avtale", "c": "Øvre Eiker", "d": "Bodø"}
    pages = {f"no/{key}.md": PAGE.replace("Tittel", title) for key, title in titles.items()}
    listed = pages_by_title(write_pages(tmp_path, {**pages, "en/a.md": PAGE}), NORWEGIAN)
    assert [(each["title"], each["shown_letter"]) for each in listed] == [
        ("avtale", "A"),
        ("Bodø", "B"),
        ("Øvre Eiker", "Ø"),
        ("Ås", "Å"),
    ]
    assert listed[0]["id"] == "page"
    assert listed[0]["kind"] == "concept"
    assert len({each["letter"] for each in listed}) == 4


def test_a_row_of_hyphens_between_the_keys_is_told_and_the_keys_below_are_read(tmp_path):
    torn = PAGE.replace("id: page\n", "---\nid: page\n")
    site = write_pages(tmp_path, {"no/a.md": torn})
    (page,), (problem,) = site.pages, site.problems
    assert str(problem).startswith("docs/no/a.md:3: the row of --- ends the front matter")
    assert (page.id, page.kind, page.body.strip()) == ("page", "concept", "Tekst.")
    assert page.body_line == 7


@pytest.mark.parametrize("text", ["Merk: dette\n---\n", "\nid: x\n---\n", "- a: b\n---\n"])
def test_a_text_that_begins_like_a_key_is_no_front_matter(tmp_path, text):
    site = write_pages(tmp_path, {"no/a.md": f"{PAGE.removesuffix('Tekst.' + chr(10))}{text}"})
    assert site.problems == []
