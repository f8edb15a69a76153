"""The HTML of every page keeps the standard, as the Nu Html Checker reads it."""

import json
import re
import subprocess
from pathlib import Path

from bs4 import BeautifulSoup

from scripts.devtools.system_packages import program

CHECKER = Path("tests/node_modules/vnu-jar/build/dist/vnu.jar")
SVG_2 = ("paint-order", "vector-effect")
# The checker reads files, where nothing is from 'self', and takes data for scripts. Browsers hold
# every page to its policy in tests/browser/test_content_security.py.
POLICY = re.compile(r"(?:Inline script|Resource) violates Content Security Policy \(meta tag\): ")


def test_the_nu_html_checker_finds_nothing_on_any_page(site, root, pages):
    java = program("java")
    assert java, "java was not found – run `make test`, which installs it"
    assert (root / CHECKER).is_file(), "vnu was not found – run `make test`, which installs it"
    # Warnings and remarks too. The checker does not know these two properties of SVG 2.
    unknown = {f"CSS: “{name}”: Property “{name}” doesn't exist." for name in SVG_2}
    options = ("--format", "json", "--exit-zero-always", "--also-check-svg", "--stdout")
    command = [java, "-Xss4m", "-jar", root / CHECKER, *options, "--skip-non-html", site]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(done.stdout)["messages"]
    shown = [
        f"{each['url'].rpartition('/site/')[2]}:{each.get('lastLine')}: {each['type']}: "
        f"{each['message']} {each.get('extract', '')}"
        for each in messages
        if each["message"] not in unknown
        and not (each["type"] == "info" and POLICY.match(each["message"]))
    ]
    assert shown == []


def test_the_checker_does_read_the_pages(root, tmp_path):
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title><p id=a><p id=a>")
    command = ["java", "-jar", root / CHECKER, "--format", "json", "--stdout", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Duplicate ID" in done.stdout


def test_titles_of_works_in_another_language_are_marked_in_headings_and_menus(site, pages):
    page = next(
        each
        for each in pages
        if each["id"] == "publication-model-municipality-methodology" and each["lang"] == "nb"
    )
    found = BeautifulSoup((site / page["url"] / "index.html").read_text("utf-8"), "lxml")
    assert found.h1.span["lang"] == "en"
    assert found.select_one("nav [aria-current=page] [lang=en]").get_text() == page["title"]
