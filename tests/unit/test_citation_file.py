"""Whoever finds the source code is told how to cite the work, as its settings have it."""

import re

import yaml

from tests.unit.projects import ROOT

# The keys that the Citation File Format 1.2.0 asks for, and what it knows of those used here.
REQUIRED = {"cff-version", "message", "title", "authors"}
KNOWN = REQUIRED | {"type", "abstract", "keywords", "license"}
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
SETTINGS = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def names():
    return re.findall(r"^ *site_name: (.+)$", SETTINGS, re.MULTILINE)


def test_the_citation_file_has_what_its_format_asks_for_and_nothing_it_does_not_know():
    assert REQUIRED <= CITATION.keys() <= KNOWN
    assert CITATION["cff-version"] == "1.2.0"
    assert CITATION["type"] in ("software", "dataset")
    assert all(isinstance(CITATION[key], str) for key in KNOWN - {"authors", "keywords"})
    assert CITATION["keywords"] == list(dict.fromkeys(CITATION["keywords"]))


def test_it_calls_the_work_what_the_site_is_called():
    norwegian, english = names()[0], names()[-1]
    assert CITATION["title"].startswith(f"{norwegian}: ")
    assert english in CITATION["title"]
    (english_settings,) = re.findall(r"site_name: Model Municipality.*?nav_translations", SETTINGS,
                                     re.DOTALL)  # fmt: skip
    described = " ".join(english_settings.partition("site_description: >-")[2].split())
    assert described.startswith(CITATION["abstract"])


def test_it_names_no_person_and_no_owner():
    """Who publishes the site is a setting, and not in the source code."""
    assert CITATION["authors"] == [{"name": f"{names()[0]} – contributors"}]
    assert "contributors" in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_its_licence_is_that_of_the_text():
    licence = (ROOT / "LICENSE-CONTENT").read_text(encoding="utf-8")
    assert CITATION["license"] == "CC-BY-4.0"
    assert "CC BY 4.0" in " ".join(licence.split())
