"""Takes screenshots of pages in Chromium: light, 1280 pixels wide, with highlighted elements."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from scripts.common.problems import Problem, ProblemsFound
from scripts.devtools.system_packages import BROWSERS, browser

WIDTH, HEIGHT = 1280, 800
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"]
# Whether the page's script has run, or there is none.
_SETTLED = """() => !document.documentElement.classList.contains("js")
    || ("ready" in document.documentElement.dataset
      && !document.documentElement.classList.contains("dressing"))"""
_SCROLL_TO_MIDDLE = "element => element.scrollIntoView({ block: 'center', behavior: 'instant' })"
# An overlay outside the page's layout; its policy allows styles that are set by script.
_FRAME = """([x, y, width, height, label]) => {
  const draw = (text, styles) => {
    const part = document.createElement("div");
    part.textContent = text;
    part.setAttribute("data-frame", "");
    Object.assign(part.style, { position: "fixed", zIndex: 999, boxSizing: "border-box" }, styles);
    document.body.append(part);
  };
  const left = Math.max(2, x - 5), top = Math.max(2, y - 4);
  const right = Math.min(innerWidth - 2, x + width + 5);
  const bottom = Math.min(innerHeight - 2, y + height + 4);
  draw("", {
    left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px`,
    border: "3px solid var(--accent)", borderRadius: "6px",
    // On a dark ground the paper shows where the frame is.
    boxShadow: `inset 0 0 0 ${height > 45 ? 3 : 1}px var(--paper)`,
  });
  if (label) draw(label, {
    left: `${left}px`, top: `${top < 52 ? bottom + 8 : top - 44}px`, padding: "6px 12px",
    borderRadius: "6px", background: "var(--accent)", color: "var(--paper)",
    font: "600 17px/1.4 system-ui, sans-serif",
  });
}"""
_REMOVE_FRAMES = "() => document.querySelectorAll('[data-frame]').forEach(each => each.remove())"


@dataclass(frozen=True)
class Picture:
    """A screenshot of the guide: its id, its language, and the text within its frames."""

    id: str
    code: str
    png: bytes
    seen: str

    @property
    def file(self) -> str:
        """The file name."""
        return f"{self.id}.{self.code}.png"


class Camera:
    """A Chromium window that takes screenshots."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def visit(self, address: str) -> None:
        """Go to a page of the preview, and wait until it has settled."""
        self.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        self.page.goto(address)
        self.page.wait_for_function(_SETTLED)
        self.page.evaluate("() => document.fonts.ready.then(() => true)")

    def draw(self, html: str) -> None:
        """Show generated HTML, and fit the window to its height."""
        self.page.goto("about:blank")
        self.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        self.page.set_content(html)
        height = self.page.evaluate("() => document.body.offsetHeight")
        self.page.set_viewport_size({"width": WIDTH, "height": int(height)})

    def take(self, id_: str, code: str, *framed: Locator, label: str | None = "") -> Picture:
        """Take a screenshot of the window, with frames around elements.

        The first element is scrolled to the middle, and its frame has the label; with None, no
        frames are drawn (if the page has its own).

        Raises:
            ProblemsFound: an element is missing, or outside the window.
        """
        if framed[0].count():
            framed[0].evaluate(_SCROLL_TO_MIDDLE)
        places = [self._place(id_, code, element) for element in framed]
        seen = "\n".join(element.inner_text() for element in framed)
        for index, place in enumerate(places if label is not None else ()):
            self.page.evaluate(_FRAME, [*place, "" if index else label])
        png = self.page.screenshot(animations="disabled")
        self.page.evaluate(_REMOVE_FRAMES)
        return Picture(id_, code, png, seen)

    def _place(self, id_: str, code: str, element: Locator) -> list[float]:
        """The bounding box of an element in the window: left, top, width and height."""
        box = element.bounding_box() if element.count() else None
        size = self.page.viewport_size
        if not box or not size or box["y"] < 0 or box["y"] + box["height"] > size["height"] + 1:
            what = f'the picture "{id_}" ({code}) does not show {element}'
            raise ProblemsFound([Problem("make guide", 0, what, "look at make serve")])
        return [box["x"], box["y"], box["width"], box["height"]]


@contextmanager
def window(chromium: Browser) -> Iterator[Camera]:
    """A window with a light colour scheme, in a running browser."""
    size: Any = {"width": WIDTH, "height": HEIGHT}
    context = chromium.new_context(
        viewport=size, locale="nb-NO", color_scheme="light", reduced_motion="reduce"
    )
    # Block live reload, which could reload the page during a screenshot.
    context.route("**/livereload/**", lambda route: route.abort())
    yield Camera(context.new_page())
    context.close()


@contextmanager
def chromium(path: Path | None = None) -> Iterator[Browser]:
    """Launch Chromium.

    Raises:
        ProblemsFound: no Chromium is installed.
    """
    program = str(path) if path else browser()
    if program is None:
        remedy = f"install {BROWSERS[0]} (make test does), or set CHROMIUM to the path of one"
        raise ProblemsFound([Problem("make guide", 0, "no Chromium was found", remedy)])
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield launched
        launched.close()
