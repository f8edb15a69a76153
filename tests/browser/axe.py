"""axe-core in a page: what it finds wrong, and the contrast that it leaves undecided."""

from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Page

from tests.conftest import ROOT

AXE = ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Where text is partly covered (a table that scrolls) axe does not say what its contrast
# is. All our grounds are plain colours, so that it can be reckoned from the page.
FAULTS = """rules => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    const colour = element ? getComputedStyle(element).backgroundColor : "rgb(255, 255, 255)";
    const [, , , alpha = 1] = parts(colour);
    return alpha === 1 ? colour : ground(element.parentElement);
  };
  const contrast = (element) => {
    const style = getComputedStyle(element);
    const [low, high] = [light(style.color), light(ground(element))].sort((a, b) => a - b);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    return { ratio: (high + 0.05) / (low + 0.05), needed: large ? 3 : 4.5 };
  };
  const settings = { runOnly: rules, resultTypes: ["violations", "incomplete"] };
  return axe.run(document, settings).then(({ violations, incomplete }) => {
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => [id, html.slice(0, 200), failureSummary]));
    for (const { id, nodes } of incomplete) {
      if (id !== "color-contrast") continue;
      for (const { target, html } of nodes) {
        const element = document.querySelector(target[0]);
        const { ratio, needed } = contrast(element);
        if (ratio < needed) found.push([id, html.slice(0, 200), `${ratio.toFixed(2)} : 1`]);
      }
    }
    return found;
  });
}"""


@dataclass(frozen=True)
class State:
    """A page as a reader meets it."""

    scheme: str
    width: int

    def __str__(self) -> str:
        return f"{self.scheme}, {self.width} px"


# Each language in the state that is furthest from the other's; test_axe.py has the rest.
READ_IN = {"nb": State("light", 1280), "en": State("dark", 320)}


def bring(context: BrowserContext) -> None:
    """Let every page of the context have axe."""
    assert AXE.is_file(), f"{AXE} is missing – run `make test`, which installs it"
    context.add_init_script(path=AXE)


def show(page: Page, state: State) -> None:
    """Give the page the width and the colours of a state; nothing moves meanwhile."""
    page.set_viewport_size({"width": state.width, "height": 800})
    page.emulate_media(color_scheme=state.scheme, reduced_motion="reduce")


def faults(page: Page) -> list[str]:
    """What axe finds wrong, one line each."""
    return [": ".join(each) for each in page.evaluate(FAULTS, RULES)]
