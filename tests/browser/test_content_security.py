"""Every page keeps to its policy, under the headers for hosts and under stricter ones."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.engines.conftest import firefox  # noqa: F401 – a fixture
from tests.conftest import Published
from tests.nginx import free_port, nginx
from tests.repository import git
from tests.tiny import ROOT

LISTEN = """document.addEventListener("securitypolicyviolation", (event) => {
  (window.violations ??= []).push(`${event.effectiveDirective} ${event.blockedURI}`);
});"""
OURS = (ROOT / "hosting/nginx.conf").read_text(encoding="utf-8")
# What hosts set that know nothing of the site, with the one word that the search needs.
PLAIN = """add_header Content-Security-Policy
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'" always;"""


@pytest.fixture(scope="module")
def public(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("branch")
    git(published.project, "archive", "--output", str(folder / "all.tar"), "gh-pages")
    shutil.unpack_archive(folder / "all.tar", folder / "public", filter="data")
    return folder / "public"


def serve(folder: Path, public: Path, headers: str) -> Iterator[str]:
    port = free_port()
    with nginx(folder, public, port, "/", headers):
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture(scope="module")
def host(public, tmp_path_factory) -> Iterator[str]:
    """The branch on nginx, with the headers of hosting/nginx.conf."""
    yield from serve(tmp_path_factory.mktemp("host"), public, OURS)


@pytest.fixture(scope="module")
def strict(public, tmp_path_factory) -> Iterator[str]:
    """The branch on a host with a policy of its own."""
    yield from serve(tmp_path_factory.mktemp("strict"), public, PLAIN)


@pytest.fixture
def foreign(tmp_path) -> Iterator[Callable[[str], str]]:
    """Puts a page on another site, and gives its address.

    On a real server: Chromium lets no page that came from none reach this machine.
    """
    folder, port = tmp_path / "foreign", free_port()
    folder.mkdir()

    def put(body: str) -> str:
        (folder / "index.html").write_text(f"<!doctype html>{body}", encoding="utf-8")
        return f"http://127.0.0.1:{port}/"

    with nginx(tmp_path, folder, port, "/"):
        yield put


@pytest.fixture
def page(context, watch) -> Page:
    context.add_init_script(LISTEN)
    return context.new_page()


def violations(page: Page) -> list[str]:
    return page.evaluate("window.violations ?? []")


def test_no_page_of_any_edition_breaks_its_policy(page, watch, host, public):
    files = sorted(path.relative_to(public).as_posix() for path in public.rglob("*.html"))
    # Of the older edition, of pages for frames and of permanent links a few, made alike.
    wanted = [each for each in files if not each.startswith(("1.9", "1.10"))]
    for alike in ("/embed/", "/id/"):
        of_them = [each for each in wanted if alike in f"/{each}"]
        wanted = [each for each in wanted if each not in of_them] + of_them[::40]
    wanted += [each for each in files if each.startswith("1.9/")][::20]
    assert len(wanted) > 170
    found = {}
    for each in wanted:
        page.goto(host + each.removesuffix("index.html"), wait_until="load")
        if said := violations(page):
            found[each] = said
    assert found == {}
    assert [error for error in watch.errors if "Content Security" in error] == []


def test_no_page_may_style_an_element_by_attribute_or_run_text(public):
    for file in (public / "latest").rglob("*.html"):
        text = re.sub(r"<svg\b.*?</svg>", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert re.search(r'<[^>]* (?:style|on\w+)="', text) is None, file


def use(page: Page, root: str) -> None:
    """What readers do: search, planner, filters, notes, terms, colours, language, print."""
    page.goto(f"{root}latest/faser/avtale/#q=partskart")
    expect(page.locator("[data-search-results] a").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("#workshop").scroll_into_view_if_needed()
    expect(page.locator(".planner, [data-plan]").first).to_be_visible()
    page.locator(".cite a").first.hover()
    page.locator("[data-scheme-button]").first.click()
    page.emulate_media(media="print")
    page.emulate_media(media="screen")
    assert violations(page) == []
    page.goto(f"{root}latest/publikasjoner/")
    page.locator("form[data-filters] input, form[data-filters] select").first.wait_for()
    page.locator("a[data-language]").click()
    page.wait_for_url("**/en/publications/")
    assert violations(page) == []
    page.goto(f"{root}latest/en/nowhere/")
    assert violations(page) == []


def test_all_that_readers_do_keeps_to_the_policy(page, watch, host):
    use(page, host)


def test_a_host_with_a_strict_policy_of_its_own_shows_styles_and_searches(page, strict):
    page.goto(f"{strict}latest/faser/avtale/#q=partskart", wait_until="load")
    expect(page.locator("[data-search-results] a").first).to_be_visible()
    assert "Source Sans 3" in page.evaluate("getComputedStyle(document.body).fontFamily")
    refused = {said.split()[0] for said in violations(page)}
    assert refused == {"style-src-elem", "script-src-elem"}  # what stands in the page, and no file
    assert len(violations(page)) == 2


@pytest.fixture
def plain(chromium) -> Iterator[Page]:
    """A browser that runs no scripts."""
    room = {"width": 1280, "height": 800}
    opened = chromium.new_context(java_script_enabled=False, viewport=room)
    yield opened.new_page()
    opened.close()


@pytest.mark.parametrize("path", ["latest/", "latest/faser/avtale/", "latest/kilder/"])
def test_readers_without_scripts_see_the_same_whatever_a_host_refuses(plain, strict, host, path):
    seen = []
    for root in (host, strict):
        plain.goto(root + path, wait_until="load")
        seen.append(plain.screenshot())
    assert seen[0] == seen[1]


@pytest.mark.parametrize("path", ["embed/phase-1-anchoring/", "en/embed/tool-stakeholder-map/"])
def test_a_strict_policy_of_a_host_leaves_pages_for_frames_their_styles(page, strict, host, path):
    looks = (
        "['body', 'h1', 'a'].map((name) => JSON.stringify("
        "{...getComputedStyle(document.querySelector(name))}))"
    )
    page.goto(f"{host}latest/{path}")
    wanted = page.evaluate(looks)
    page.goto(f"{strict}latest/{path}")
    assert page.evaluate(looks) == wanted
    assert len(violations(page)) == 1  # what stands in the page


def test_pages_cannot_be_framed_and_headers_are_told(page, host, foreign):
    answer = page.goto(f"{host}latest/faser/")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "strict-origin"
    with page.expect_event("console", lambda said: "frame-ancestors" in said.text):
        page.goto(foreign(f'<iframe src="{host}latest/faser/"></iframe>'))
    assert page.frames[1].evaluate("document.querySelector('main') === null")


@pytest.mark.parametrize(
    ("path", "title", "home"),
    [
        ("embed/phase-1-anchoring/", "Forankring", "faser/forankring/"),
        ("en/embed/tool-stakeholder-map/", "Stakeholder map", "en/tools/stakeholder-map/"),
    ],
)
def test_pages_for_frames_are_shown_on_another_site_and_lead_home(
    page, watch, host, foreign, path, title, home
):
    page.goto(foreign(f'<iframe src="{host}latest/{path}" width="600" height="320"></iframe>'))
    shown = page.frame_locator("iframe")
    expect(shown.get_by_role("heading", level=1)).to_have_text(title)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.frames[1].evaluate(ground)
    page.emulate_media(color_scheme="dark")
    assert page.frames[1].evaluate(ground) != light
    inside = page.frames[1].evaluate("""() => ({
        scripts: document.scripts.length,
        files: performance.getEntriesByType("resource").length,
        over: document.documentElement.scrollHeight - innerHeight,
        wide: document.documentElement.scrollWidth - innerWidth,
    })""")
    assert inside == {"scripts": 0, "files": 1, "over": 0, "wide": 0}
    assert watch.errors == []
    shown.get_by_role("link").last.click()
    page.wait_for_url(f"{host}latest/{home}")


def test_the_policy_holds_in_firefox_too(firefox, host):  # noqa: F811 – the fixture
    before = len(firefox.errors)
    for path in ("", "latest/", "latest/faser/avtale/#q=avtale", "latest/en/municipalities/",
                 "latest/oppslag/", "1.9/", "latest/en/method/the-past/"):  # fmt: skip
        firefox.go(host + path)
        if "#q=" in path:
            firefox.wait_shown("[data-search-results] a")
    policy = [each for each in firefox.errors[before:] if "Content-Security" in each]
    assert policy == []
