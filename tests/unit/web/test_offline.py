"""Pages and scripts for a folder: links name files, and nothing is a module any more."""

import shutil
import subprocess

import pytest

from scripts.common.paths import Project
from scripts.pipeline.page_styles import PageStyles
from scripts.web.offline import offline_page, offline_script, offline_styles
from tests.unit.projects import ROOT

PAGES = {"index.html", "faser/index.html", "faser/avtale/index.html"}
FILES = {*PAGES, "assets/images/a.svg", "assets/css/site.css"}
HOME = "https://mkm.example/1.0/"


def page(link: str, url: str = "faser/avtale/") -> str:
    html = f'<html lang="nb" data-base="../.." data-edition="1.0"><a href="{link}">x</a>'
    found = offline_page(html, url, FILES, HOME)
    return found.partition('href="')[2].partition('"')[0]


@pytest.mark.parametrize(
    ("link", "leads_to"),
    [
        ("../", "../index.html"),
        ("../..", "../../index.html"),
        ("../../", "../../index.html"),
        ("./#workshop", "./index.html#workshop"),
        ("../?q=a#b", "../index.html?q=a#b"),
        ("#workshop", "#workshop"),
        ("../../assets/images/a.svg", "../../assets/images/a.svg"),
        ("../../en/phases/", f"{HOME}en/phases/"),
        ("../../trykk/a.pdf", f"{HOME}trykk/a.pdf"),
        ("cite.bib", f"{HOME}faser/avtale/cite.bib"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_leads_to_a_file_of_the_folder_or_to_what_is_published(link, leads_to):
    assert page(link) == leads_to


def test_what_no_folder_can_load_is_taken_out():
    html = (
        '<html lang="nb" data-base="../.." data-edition="1.0"><head>\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">\n'
        '<meta name="citation_title" content="Avtale">\n<meta property="og:type" content="a">\n'
        '<script type="application/ld+json">{"version":"Utgave 1.0"}</script>\n'
        '<link rel="preload" href="../../a.woff2" as="font" crossorigin>\n<style>a{}</style>'
        '\n<link rel="stylesheet" href="../../assets/fixed/css/print.abc123.css" media="print">'
        '</head><ol class="references" data-notes="3"></ol><!--offline--><p>zip</p><!--/offline-->'
        '<noscript><link rel="stylesheet" href="../../assets/fixed/css/site.abc123.css"></noscript>'
    )
    assert offline_page(html, "faser/avtale/", FILES, HOME) == (
        '<html lang="nb" data-base="../.."><head>\n'
        '<link rel="stylesheet" href="../../assets/css/site.css"></head>'
        '<ol class="references"></ol>'
    )


def test_letters_stand_in_the_style_sheet():
    css = offline_styles('@font-face{src:url("../fonts/a.woff2")}', lambda name: name.encode())
    assert css == '@font-face{src:url("data:font/woff2;base64,Zm9udHMvYS53b2ZmMg==")}'


def test_the_scripts_of_the_site_become_one_that_a_browser_can_read(tmp_path):
    parts = ROOT / "overrides/offline"
    loader, pagefind = (
        (parts / name).read_text(encoding="utf-8") for name in ("loader.js", "pagefind.js")
    )
    text = offline_script(PageStyles(Project(ROOT)).scripts, loader, pagefind)
    assert "import(" not in text
    for name in ("planner.js", "filters.js", "tooltips.js", "search/dialog.js", "pagefind.js"):
        assert f'offline.modules["{name}"]' in text
    script = tmp_path / "site.cjs"
    script.write_text(text, encoding="utf-8")
    node = shutil.which("node")
    assert node, "node was not found – run `make test`, which installs it"
    subprocess.run([node, "--check", str(script)], check=True)


def test_a_module_in_another_form_is_a_fault_and_not_a_broken_folder():
    scripts = {"site.js": "", "a.js": 'import * as b from "./b.js";\nexport const c = 1;'}
    with pytest.raises(ValueError, match=r"a\.js"):
        offline_script(scripts, "", "")
