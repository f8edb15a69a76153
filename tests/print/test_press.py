"""Printing itself: only what changed, whole files or none, and faults that say where."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from base64 import b64encode
from pathlib import Path

import pikepdf
import pytest

from scripts.common.paths import Project
from scripts.common.problems import ProblemsFound
from scripts.common.yaml_lines import YamlText
from scripts.content.pages import SourcePage
from scripts.documents.catalogue import Document
from scripts.documents.pdf.queue import Printable, printed
from scripts.language.locales import NORWEGIAN
from tests.print.tags import Pdf
from tests.repository import run, spoil

PAGE = "docs/no/faser/prove.md"
SAMI = "Sámegiella: čáhci, đ, ŋ, š, ŧ, ž, áiggi. Ærlig øving på å. Õõlǥ: ǥ, ǧ, ǯ, ʒ."


def html(body: str) -> str:
    return (
        f'<html lang="nb"><head><title>Prøve</title></head><body><h1>Prøve</h1>{body}</body></html>'
    )


def printable(name: str, *forms: str, most: int | None = None, body: str = "") -> Printable:
    page = SourcePage(PAGE, "faser/prove.md", NORWEGIAN, YamlText(PAGE, {"id": "x"}), body, 12)
    return Printable(Document("sheet", page, f"trykk/{name}.pdf"), forms, most)


@pytest.fixture
def press(root, tmp_path) -> Project:
    """A project with nothing but the templates, the style sheets and the typefaces."""
    shutil.copytree(root / "overrides" / "print", tmp_path / "overrides" / "print")
    shutil.copy(root / "overrides" / "tokens.css", tmp_path / "overrides" / "tokens.css")
    return Project(tmp_path)


def kept(press: Project) -> set[str]:
    return {path.name for path in (press.root / ".cache" / "print").glob("*")}


def told(press: Project, *found: Printable) -> list[str]:
    with pytest.raises(ProblemsFound) as problems:
        printed(press, found)
    return [str(problem) for problem in problems.value.problems]


def test_letters_of_norwegian_and_sami_are_printed_and_can_be_copied(press):
    files = printed(press, [printable("a", html(f"<p>{SAMI}</p><p><i>{SAMI}</i></p>"))])
    text = Pdf(files["trykk/a.pdf"]).plumbed.pages[0].extract_text()
    assert " ".join(text.split()).count(SAMI) == 2


@pytest.mark.parametrize("tag", ["p", "strong", "em", "h2"])
def test_names_of_authors_in_other_letters_are_printed_in_the_sites_typefaces(press, tag):
    names = "Ελένη, Чехов, Łukasz, Nguyễn Thị, Dvořák, İnönü, Ţepeş, Þór."
    files = printed(press, [printable("a", html(f"<{tag}>{names}</{tag}>"))])
    text = Pdf(files["trykk/a.pdf"]).plumbed.pages[0].extract_text()
    assert names in " ".join(text.split())


@pytest.mark.parametrize(
    "around",
    ["<h1>{}</h1>", "<h2>{}</h2>", "<h5>{}</h5>", '<p class="question">{}</p>',
     '<ul class="duties"><li><strong>{}</strong></li></ul>'],
)  # fmt: skip
def test_what_the_typeface_of_headings_lacks_is_set_in_that_of_text(press, around):
    """Names of data and settings stand in headings too, and no check can tell which."""
    names = "Ruoŧa, Ŧ, ǥ, ʒ, ἀρχῆς"
    files = printed(press, [printable("a", html(around.format(names)))])
    text = Pdf(files["trykk/a.pdf"]).plumbed.pages[0].extract_text()
    assert names in " ".join(text.split())


def test_only_what_changed_is_printed_again(press):
    one, two = printable("one", html("<p>En</p>")), printable("two", html("<p>To</p>"))
    before = printed(press, [one, two])
    stamps = {name: path.read_bytes() for name, path in before.items()}
    inodes = {name: path.stat().st_ino for name, path in before.items()}
    after = printed(press, [one, printable("two", html("<p>Tre</p>"))])
    assert after["trykk/one.pdf"].stat().st_ino == inodes["trykk/one.pdf"]
    assert after["trykk/two.pdf"] != before["trykk/two.pdf"]
    assert stamps["trykk/one.pdf"] == after["trykk/one.pdf"].read_bytes()


def test_a_changed_style_sheet_or_typeface_prints_everything_again(press):
    found = [printable("a", html("<p>Tekst</p>"))]
    first = printed(press, found)["trykk/a.pdf"]
    spoil(press.print_templates / "text.css", r"font-size: 26pt", "font-size: 27pt")
    second = printed(press, found)["trykk/a.pdf"]
    fonts = press.print_templates / "fonts"
    shutil.copy(fonts / "sans-bold.ttf", fonts / "sans-italic.ttf")
    third = printed(press, found)["trykk/a.pdf"]
    assert len({first, second, third}) == 3


def test_the_same_text_gives_the_same_bytes(press):
    found = [printable("a", html("<h2>Del</h2><p>Tekst <a href='https://x.no/'>lenke</a></p>"))]
    path = printed(press, found)["trykk/a.pdf"]
    before = path.read_bytes()
    path.unlink()
    assert printed(press, found)["trykk/a.pdf"].read_bytes() == before


def test_of_several_forms_the_first_that_fits_is_printed(press):
    long, short = html("<p>Lang</p>" * 200), html("<p>Kort</p>")
    files = printed(press, [printable("a", long, short, most=1)])
    assert "Kort" in Pdf(files["trykk/a.pdf"]).plumbed.pages[0].extract_text()
    (said,) = told(press, printable("b", long, most=2))
    assert re.search(r"trykk/b\.pdf: it has \d+ pages, and 2 is the most", said)


def test_of_forms_that_fit_the_one_with_fewest_thin_pages_is_printed(press):
    """A page that is almost empty in the middle weighs more than one at the end."""
    page, thin = "<p>Full</p>" * 25, "<p>Tynn</p>"
    end = '<div style="break-before: page"></div>'

    def form(name, *pages):
        return html(f"<p>{name}</p>{end.join(pages)}")

    middle, last = form("midt", page, thin, page), form("sist", page, page, thin)
    full, again = form("full", page, page), form("atter", page, page)
    for expected, forms, most in (
        ("full", (middle, last, full, again), None),
        ("sist", (middle, last), None),
        ("midt", (middle, form("fire", page, page, page, page)), 3),
    ):
        files = printed(press, [printable(expected, *forms, most=most)])
        pages = Pdf(files[f"trykk/{expected}.pdf"]).plumbed.pages
        assert expected in pages[0].extract_text()


def test_what_weasyprint_complains_of_stops_the_print_and_names_the_page(press):
    bad = [
        printable("picture", html('<p><img src="data:image/svg+xml,%3Csvg/%3E"></p>')),
        printable("anchor", html('<p><a href="#nowhere">x</a></p>')),
        printable("style", html('<p style="colour: red">x</p>')),
    ]
    said = told(press, *bad, printable("good", html("<p>x</p>")))
    assert all(line.startswith(f"{PAGE}: printed as trykk/") for line in said)
    for name in ("picture", "anchor", "style"):
        assert any(f"trykk/{name}.pdf" in line for line in said), said
    assert not any("good" in line for line in said)
    # The good one is kept; of the others there is nothing, not even a part.
    assert len(kept(press)) == 1
    assert not [name for name in kept(press) if name.endswith(".part")]


def test_a_letter_without_a_typeface_is_named_with_its_line(press):
    (said,) = told(press, printable("a", html("<p>Gå → dit</p>"), body="Først.\n\nGå → dit.\n"))
    assert said.startswith(f'{PAGE}:14: no typeface for print has "→" (U+2192, rightwards arrow)')
    assert kept(press) == set()


def test_a_letter_of_a_template_or_of_data_is_named_where_it_is_written(press):
    template = press.print_templates / "guide.html"
    template.write_text(f"{template.read_text(encoding='utf-8')}<p>王</p>\n", encoding="utf-8")
    line = template.read_text(encoding="utf-8").count("\n")
    (said,) = told(press, printable("a", html("<p>王</p>")))
    assert said.startswith(f'overrides/print/guide.html:{line}: no typeface for print has "王"')


LONG = (
    "Arbeidsmiljøutvalgssekretariatet",
    "Hovedverneombudsordningen",
    "Administrasjonssjefen",
    "Kvalitetskommuneprogrammet",
)


def table(columns: int, name: str = "") -> str:
    cells = [LONG[number % len(LONG)] for number in range(columns)]
    head, row = ("".join(f"<{tag}>{word}</{tag}>" for word in cells) for tag in ("th", "td"))
    rows = f"<thead><tr>{head}</tr></thead><tbody><tr>{row}</tr></tbody>"
    return f'<table class="{name}">{rows}</table>'


def picture(wide: int, high: int) -> str:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}"/>'
    data = b64encode(drawing.encode()).decode()
    return f'<p><img alt="Bilde" src="data:image/svg+xml;base64,{data}"></p>'


ADDRESS = f"https://eksempel.no/{'mappe/' * 40}"
WIDE = {
    "eight": table(8),
    "twelve": table(12),
    "thirty": table(30),
    "form": table(10, "form"),
    "nested": f"<table><tr><td>{table(5)}</td><td>{table(4)}</td></tr></table>",
    "address-in-a-cell": f"<table><tr><th>A</th><td>{ADDRESS}</td><td>Tekst</td></tr></table>",
    "address": f'<p><a href="{ADDRESS}">{ADDRESS}</a></p>',
    "word": f"<p>{'x' * 300}</p><ul><li>{'y' * 200}</li></ul>",
    "heading": f"<h2>{'Z' * 120}</h2><h3>{'Z' * 120}</h3>",
    "role": f'<section class="role"><h3>{"Q" * 60}</h3><ul><li>{"q" * 200}</li></ul></section>',
    "code": f"<pre><code>{'kode ' * 100}\n{'k' * 300}</code></pre>",
    "picture": picture(3000, 200),
    "tall-picture": picture(200, 3000),
    "tall-row": f"<table><tr><td>{'tekst ' * 3000}</td><td>b</td></tr></table>",
}


def test_whatever_is_too_wide_for_a_sheet_is_set_within_its_margins(press):
    files = printed(press, [printable(name, html(body)) for name, body in WIDE.items()])
    for name in WIDE:
        for page in Pdf(files[f"trykk/{name}.pdf"]).plumbed.pages:
            edge = 15 * 72 / 25.4
            drawn = [*page.chars, *page.images, *page.rects]
            assert max(each["x1"] for each in drawn) <= page.width - edge, name
            assert min(each["x0"] for each in drawn) >= edge, name
            assert max(each["bottom"] for each in page.chars) <= page.height - 20, name
    text = Pdf(files["trykk/eight.pdf"]).plumbed.pages[0].extract_text()
    assert "Kvalitets-" in text, "a word is divided as the language divides it"


def test_what_fits_is_set_as_before_and_no_word_of_it_divided(press):
    files = printed(press, [printable("a", html(table(3)))])
    words = Pdf(files["trykk/a.pdf"]).plumbed.pages[0].extract_text().split()
    assert words[1:] == [*LONG[:3], *LONG[:3]]


def test_what_fits_in_no_way_is_told_with_its_line_and_nothing_is_printed(press):
    deep = f"{'<ul><li>' * 40}innerst{'</li></ul>' * 40}"
    (said,) = told(press, printable("a", html(deep), body="Først.\n\n- innerst\n"))
    assert re.match(rf'{PAGE}:14: printed as trykk/a.pdf: ".+" does not fit between the', said)
    assert kept(press) == set()


def test_a_missing_typeface_is_named_with_its_file(press):
    (press.print_templates / "fonts" / "sans-italic.ttf").unlink()
    (said,) = told(press, printable("a", html("<p>x</p>")))
    assert said.startswith(
        "overrides/print/fonts/sans-italic.ttf: the typeface for print is missing"
    )


def test_a_run_that_is_killed_leaves_no_half_pdf(press, root):
    """Killed while it prints: what is there is whole, and the next run finishes the rest."""
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from tests.print.test_press import many\n"
        "from scripts.documents.pdf.queue import printed\n"
        "from scripts.common.paths import Project\n"
        "if __name__ == '__main__':\n"
        "    printed(Project(Path(sys.argv[1])), many())\n"
    )
    script = press.root / "print_many.py"
    script.write_text(code, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, str(script), str(press.root)],
        env={**os.environ, "PYTHONPATH": str(root)},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    end = time.monotonic() + 60
    while not [name for name in (kept(press)) if name.endswith(".pdf")]:
        assert time.monotonic() < end
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    finished = list((press.root / ".cache" / "print").glob("*.pdf"))
    assert 0 < len(finished) < len(many())
    for path in finished:
        with pikepdf.open(path) as pdf:
            assert len(pdf.pages) == 4
    files = printed(press, many())
    assert all(len(Pdf(path).file.pages) == 4 for path in files.values())


def many() -> list[Printable]:
    """Documents enough that a run can be stopped in the middle."""
    text = "<p>Tekst som tar tid å sette.</p>" * 120
    return [printable(f"many-{number}", html(f"<p>{number}</p>{text}")) for number in range(12)]


def test_without_pango_a_build_says_what_to_install_and_writes_nothing(copy_project):
    """A damaged library is as good as none, and can be had without spoiling the machine."""
    project = copy_project()
    broken = project / "broken"
    broken.mkdir()
    (broken / "libpango-1.0.so.0").write_bytes(b"no library")
    done = run(project, "build", SITE_PRINT="on", LD_LIBRARY_PATH=str(broken))
    assert done.returncode == 1
    assert "the files to print need Pango, which is missing" in done.stderr
    assert (
        "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in done.stderr
    )
    assert "SITE_PRINT=off" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()
    assert Path(project / "docs").is_dir()
