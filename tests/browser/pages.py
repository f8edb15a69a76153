"""One page of each kind, for tests that need not see every page, and what is asked of a page."""

from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

# Both languages in turn: the kinds look alike in both, and every page is visited elsewhere.
ONE_OF_EACH_KIND = {
    "home": "",
    "phases": "en/phases/",
    "phase": "faser/forankring/",
    "tool": "en/tools/working-group-mandate/",
    "municipalities": "kommuner/",
    "municipality": "en/municipalities/steinkjer/",
    "publications": "publikasjoner/",
    "publication": "en/publications/nibr-2002-24/",
    "concept": "metoden/historie/",
    "timeline": "tidslinje/",
    "glossary": "en/glossary/",
    "about": "en/about/",
    "not-found": "404.html",
}

# Wider than the window: the reader would have to scroll sideways (WCAG 1.4.10).
SCROLLS_SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"

# Text that is cut off: its box hides what does not fit. Text for screen readers alone is
# hidden on purpose, in a box of one pixel.
CUT_OFF = """[...document.body.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  const hides = [style.overflowX, style.overflowY].some((each) => /hidden|clip/.test(each))
    || style.contentVisibility === "auto";
  // An address of a source takes one line; what it leads to, and what is copied, is all of it.
  const address = element.matches(".references a[rel=external]");
  if (address && style.textOverflow === "ellipsis") return false;
  return hides && element.clientWidth > 1 && element.textContent.trim() && !element.closest("svg")
    && (element.scrollWidth > element.clientWidth + 1
      || element.scrollHeight > element.clientHeight + 1);
}).map((element) => element.outerHTML.slice(0, 120))"""

# The distances that readers may set (WCAG 1.4.12).
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""


# The filters of a list come by a script of their own.
FILTERS_SHOWN = "() => !document.querySelector('form[data-filters][hidden]')"

# So does the voice that tells which permanent link was copied, on a page with a list of them.
LINKS_TOLD = (
    "() => !document.querySelector('[data-permanent]') || document.querySelector('.copied')"
)


# As a reader's own style sheet, which the policy of a page has no say in (WCAG 1.4.12).
STYLED = """style => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""


def host(address: str) -> str:
    return urlsplit(address).netloc


def drawn_in_the_typeface(page: Page, selector: str = "h1") -> bool:
    """Whether the letters of the first such element come from a file of the site."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    session.detach()
    assert fonts, f"{page.url}: no letters in {selector}"
    return all(font["isCustomFont"] for font in fonts)


def go_to_its_letters(page: Page, address: str) -> None:
    """Come to a page, and see it in the site's own typeface, in headings and in text."""
    page.goto(address)
    page.evaluate("document.fonts.ready")
    assert drawn_in_the_typeface(page), f"{address}: headings in other letters"
    assert drawn_in_the_typeface(page, ".skip"), f"{address}: text in other letters"


def adapt(form: Locator) -> None:
    """Open what a plan is adapted with, unless its address has opened it."""
    choices = form.locator("details")
    if choices.get_attribute("open") is None:
        choices.locator("summary").click()


def come_to_the_planner(page: Page) -> None:
    """On a page that has one, scroll to where it is fetched."""
    if page.locator("template[data-planner]").count():
        page.locator("#workshop").scroll_into_view_if_needed()
        expect(page.locator("form.planner")).to_be_visible()
