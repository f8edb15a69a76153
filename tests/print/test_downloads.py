"""Pages offer their files with format and size, and never one that is not there."""

import re

from bs4 import BeautifulSoup


def tree(site, page):
    path = site / page["url"] / "index.html"
    return path, BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


def offered(site, page, selector):
    """The links of a list with the files they lead to and what is said of each."""
    path, found = tree(site, page)
    for item in found.select(f":is({selector}) li"):
        (link,) = item.select("a")
        yield link, (path.parent / link["href"]).resolve(), item.select_one("small").get_text()


def test_every_phase_and_tool_offers_its_files_in_its_own_language(site, pages):
    for page in pages:
        if page["kind"] in ("phase", "tool"):
            found = list(offered(site, page, ".downloads-box"))
            pdfs = [path for _, path, _ in found if path.suffix == ".pdf"]
            assert len(pdfs) == (3 if page["kind"] == "phase" else 1), page["url"]
            assert {link["hreflang"] for link, _, _ in found} == {page["lang"]}, page["url"]


def test_the_first_offer_is_what_a_workshop_needs_on_paper(site, pages):
    words = {
        ("phase", "nb"): "Verkstedpakke",
        ("phase", "en"): "Workshop pack",
        ("tool", "nb"): "Skriv ut dette verktøyet",
        ("tool", "en"): "Print this tool",
    }
    for page in pages:
        if page["kind"] in ("phase", "tool"):
            link, path, _ = next(offered(site, page, ".downloads-box"))
            assert link.get_text() == words[page["kind"], page["lang"]]
            assert path.is_file()


def test_format_pages_and_size_are_those_of_the_file(site, pages, pdfs):
    by_path = {pdf.path.resolve(): pdf for pdf in pdfs.values()}
    seen = 0
    for page in pages:
        for link, path, said in offered(site, page, ".downloads-box, .all-downloads"):
            assert path.is_file(), f"{page['url']}: {link['href']}"
            if path.suffix != ".pdf":
                continue
            seen += 1
            many = len(by_path[path].file.pages)
            unit = {"nb": ("side", "sider"), "en": ("page", "pages")}[page["lang"]]
            assert f"PDF, {many} {unit[many != 1]}, " in said
            number, weight = re.search(r"([\d.,]+)\s(kB|MB)\)", said).groups()
            size = float(number.replace(",", ".")) * (1000 if weight == "kB" else 1000000)
            assert abs(size - path.stat().st_size) <= 0.06 * path.stat().st_size, said
            assert link["type"] == "application/pdf"
    assert seen > 2 * 70


def test_every_phase_and_tool_offers_a_word_file_that_is_there(site, pages):
    for page in pages:
        if page["kind"] in ("phase", "tool"):
            found = [
                (link, path, said)
                for link, path, said in offered(site, page, ".downloads-box")
                if path.suffix == ".docx"
            ]
            ((link, path, said),) = found
            assert link["type"].endswith("wordprocessingml.document"), page["url"]
            assert (
                f"(Word, {max(round(path.stat().st_size / 1000), 1)}\N{NO-BREAK SPACE}kB)" in said
            ), page["url"]


def test_the_page_of_print_lists_every_file(site, pages):
    for lang, folder in (("nb", "trykk"), ("en", "en/print")):
        (page,) = [page for page in pages if page["id"] == "print" and page["lang"] == lang]
        listed = [path for _, path, _ in offered(site, page, ".all-downloads")]
        assert set(listed) == {path.resolve() for path in (site / folder).iterdir()}
        assert len(listed) == len(set(listed))


def test_what_the_page_of_print_says_of_paper_is_true_of_every_phase(site, pages):
    files = {
        "nb": {"Veiledning": (6, "Høyst seks"), "Verkstedpakke": (12, "Høyst tolv")}
        | {"Rolleark": (5, "Fem sider")},
        "en": {"Guidance": (6, "Six pages"), "Workshop pack": (12, "Twelve pages")}
        | {"Role sheets": (5, "Five pages")},
    }
    for lang, names in files.items():
        (page,) = [page for page in pages if page["id"] == "print" and page["lang"] == lang]
        table = tree(site, page)[1].find(id="what-to-print").find_next("table")
        rows = [
            [cell.get_text().replace("\N{SOFT HYPHEN}", "") for cell in row("td")]
            for row in table.tbody("tr")
        ]
        told = {name: paper for name, _, paper in rows}
        listed = list(offered(site, page, ".all-downloads"))
        for name, (most, words) in names.items():
            assert told[name].startswith(words)
            sizes = [said for link, _, said in listed if link.get_text() == name]
            assert len(sizes) == 7
            assert all(int(re.search(r"PDF, (\d+)", said)[1]) <= most for said in sizes), name


def test_no_place_for_a_size_is_left_on_any_page(site):
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<!--size-->" not in text, path
        assert "<!--file" not in text, path


def test_a_site_without_print_offers_no_pdf(plain):
    assert not list(plain.rglob("*.pdf"))
    for path in plain.rglob("*.html"):
        found = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        assert not found.select("a[href$='.pdf'][hreflang]"), path
        for box in found.select(".downloads-box, .all-downloads"):
            assert box.select("li"), path
