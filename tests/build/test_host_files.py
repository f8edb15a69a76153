"""What a host is told: headers, what to list, and whom to write to about faults."""

import re

from scripts.pipeline.editions.host_files import CACHE, FOR_EVER, FRAMED, HEADERS, host_files
from scripts.web.contact import read_contact
from scripts.web.hashed_names import FOLDER, LENGTH
from tests import tiny
from tests.repository import git
from tests.tiny import ROOT


def test_nginx_is_told_the_same_as_other_hosts():
    text = (ROOT / "hosting/nginx.conf").read_text(encoding="utf-8")
    told = dict(re.findall(r'^add_header (\S+) "?([^"]+?)"? always;$', text, re.MULTILINE))
    policies = re.findall(r'^ *set \$mkm_policy "([^"]+)";$', text, re.MULTILINE)
    policy = "Content-Security-Policy"
    assert told == {**HEADERS, policy: "$mkm_policy"}
    assert policies == [HEADERS[policy], FRAMED[policy]]
    lines = host_files("https://mkm.example/", [], "2026-11-28", None)["_headers"].splitlines()
    all_pages = ["/*", *(f"  {name}: {value}" for name, value in {**HEADERS, **CACHE}.items())]
    assert lines[: len(all_pages)] == all_pages
    assert lines[len(all_pages) :] == [
        *("/:edition/embed/*", f"  ! {policy}", f"  {policy}: {FRAMED[policy]}"),
        *("/:edition/en/embed/*", f"  ! {policy}", f"  {policy}: {FRAMED[policy]}"),
        f"/:edition/{FOLDER}/*",
        *("  ! Cache-Control", f"  Cache-Control: {FOR_EVER['Cache-Control']}"),
    ]
    cached = re.findall(r'^ *set \$mkm_cache "([^"]+)";$', text, re.MULTILINE)
    assert cached == [CACHE["Cache-Control"], FOR_EVER["Cache-Control"]]
    assert "\nadd_header Cache-Control $mkm_cache;\n" in text
    pattern = rf'"/{FOLDER}/.+\.[0-9a-f]{{{LENGTH}}}\.[a-z0-9]+$"'
    assert f"if ($uri ~ {pattern})" in text


def test_search_engines_leave_old_editions_to_the_latest():
    files = host_files("https://mkm.example/base/", ["1.0", "1.1"], "2026-11-28", None)
    assert "\nDisallow: /base/1.0/\nDisallow: /base/1.1/\n" in files["robots.txt"]
    assert files["robots.txt"].endswith("\nSitemap: https://mkm.example/base/sitemap.xml\n")
    assert (
        "<loc>https://mkm.example/base/latest/sitemap.xml</loc><lastmod>2026-11-28</lastmod>"
        in files["sitemap.xml"]
    )


def test_a_contact_for_faults_is_named_only_where_there_is_one():
    assert ".well-known/security.txt" not in host_files("https://a/", [], "2026-11-28", None)
    contact = read_contact("feil@example.org")
    text = host_files("https://a/", [], "2026-11-28", contact)[".well-known/security.txt"]
    assert text.splitlines()[:2] == [
        "Contact: mailto:feil@example.org",
        "Expires: 2027-11-23T00:00:00Z",
    ]


def test_an_edition_brings_the_files_to_the_root_of_the_branch(project):
    (project / "mkdocs.yml").write_text(
        f"site_url: {tiny.ADDRESS}\nextra:\n  publisher: Prøveforlaget\n"
        "  contact: example.org/feil\n",
        encoding="utf-8",
    )
    tiny.save(project, "Set a contact")
    for version in ("1.0", "1.1"):
        tiny.write(project / "pages/siter.bib", version)
        tiny.save(project, "Change")
        done = tiny.run(project, "publish", version)
        assert done.returncode == 0, done.stderr
    names = git(project, "ls-tree", "-r", "--name-only", "gh-pages").split()
    assert {"_headers", "robots.txt", "sitemap.xml", ".well-known/security.txt"} <= set(names)
    said = git(project, "show", "gh-pages:.well-known/security.txt")
    assert "Contact: https://example.org/feil" in said
    assert "Disallow: /base/1.1/" in git(project, "show", "gh-pages:robots.txt")
    assert "<sitemapindex" in git(project, "show", "gh-pages:sitemap.xml")
