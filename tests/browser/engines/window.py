"""A window of a browser, used as a reader uses it, whatever the browser is driven by.

Playwright drives Chromium alone here: its Firefox and WebKit are builds of its own, and the
browsers that readers have are driven by the protocols of the W3C. The two that are needed of
them share their words for keys and pointers.
"""

import json
import subprocess
import time
from abc import ABC, abstractmethod
from contextlib import ExitStack
from pathlib import Path
from typing import Any

PATIENCE = 15
# Keys that write nothing, as WebDriver names them (W3C WebDriver, "Keyboard actions").
KEYS = {
    "Shift": "\ue008",
    "Control": "\ue009",
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "ArrowDown": "\ue015",
}
# The script of a page has run and had its references laid out, and its letters are there.
BEGUN = """document.readyState === "complete" && "ready" in document.documentElement.dataset
  && document.fonts.status === "loaded"
  && !document.documentElement.classList.contains("dressing")
  && !document.querySelector(".references[data-notes]")"""
SHOWN = """(element => Boolean(element) && element.getClientRects().length > 0
  && getComputedStyle(element).visibility === "visible")"""
# The middle of an element's first line, once it is in view and nothing lies over it.
MIDDLE = """(element => {
  if (!element) return null;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const box = element.getClientRects()[0];
  if (!box) return null;
  const at = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
  const top = document.elementFromPoint(...at);
  return top && (element.contains(top) || top.contains(element)) ? at : null;
})"""


class PageLeftError(Exception):
    """The page was left while it was asked."""


class Window(ABC):
    """The one window of a browser that was started for the tests."""

    def __init__(self) -> None:
        # What is to be ended with it, the last first.
        self.ends = ExitStack()

    @abstractmethod
    def start(self, folder: Path) -> None:
        """Start the browser, which keeps what it keeps in a folder."""

    def start_program(self, command: list[str], **more: Any) -> None:
        process = subprocess.Popen(command, **more)
        self.ends.callback(process.wait, timeout=PATIENCE)
        self.ends.callback(process.terminate)

    @abstractmethod
    def go(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""

    @abstractmethod
    def back(self) -> None:
        """Go back to the page before."""

    @abstractmethod
    def run(self, expression: str) -> Any:
        """What an expression in the page comes to, as far as JSON can tell it."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Give the page this much room."""

    @abstractmethod
    def screenshot(self) -> bytes:
        """What is seen of the page, as PNG."""

    @abstractmethod
    def perform(self, actions: list[dict[str, Any]]) -> None:
        """Do what WebDriver calls actions."""

    def open(self, address: str) -> None:
        """Go to a page, and begin when it has begun."""
        self.go(address)
        self.wait(BEGUN)

    def wait(self, expression: str) -> Any:
        """Wait until an expression is true, and give what it is."""
        end = time.monotonic() + PATIENCE
        while not (found := self._asked(expression)):
            if time.monotonic() > end:
                raise AssertionError(f"{self.address}: not within {PATIENCE} s: {expression}")
            time.sleep(0.03)
        return found

    def _asked(self, expression: str) -> Any:
        # What was asked of a page that is being left, the next page answers.
        try:
            return self.run(expression)
        except PageLeftError:
            return None

    @property
    def address(self) -> str:
        return self.run("location.href")

    def text(self, selector: str) -> str:
        return self.run(f"document.querySelector({json.dumps(selector)}).innerText")

    def shown(self, selector: str) -> bool:
        return self.run(f"{SHOWN}(document.querySelector({json.dumps(selector)}))")

    def wait_shown(self, selector: str) -> None:
        self.wait(f"{SHOWN}(document.querySelector({json.dumps(selector)}))")

    def wait_hidden(self, selector: str) -> None:
        self.wait(f"!{SHOWN}(document.querySelector({json.dumps(selector)}))")

    def wait_text(self, selector: str, part: str) -> None:
        """Wait for words, without the signs that only say where a line may break."""
        element = f"document.querySelector({json.dumps(selector)})"
        seen = f"{element}?.textContent.replaceAll('\\u00ad', '').replaceAll('\\u00a0', ' ')"
        self.wait(f"Boolean({seen}.includes({json.dumps(part)}))")

    def wait_focus(self, selector: str) -> None:
        self.wait(f"document.activeElement.matches({json.dumps(selector)})")

    def wait_in_view(self, selector: str) -> None:
        box = f"document.querySelector({json.dumps(selector)}).getBoundingClientRect()"
        self.wait(f"(box => box.top >= 0 && box.top < innerHeight)({box})")

    def style(self, selector: str, name: str) -> str:
        element = f"document.querySelector({json.dumps(selector)})"
        return self.run(f"getComputedStyle({element})[{json.dumps(name)}]")

    def hover(self, selector: str) -> None:
        """Point at what stands still: a reader does not hit what is being moved."""
        place = f"{MIDDLE}(document.querySelector({json.dumps(selector)}))"
        before, at = None, self.wait(place)
        while at != before:
            time.sleep(0.1)
            before, at = at, self.wait(place)
        x, y = at
        self._point([{"type": "pointerMove", "x": x, "y": y, "duration": 0}])

    def click(self, selector: str) -> None:
        self.hover(selector)
        self._point([{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}])

    def press(self, *keys: str) -> None:
        """Press keys together: `press("Control", "k")`."""
        names = [KEYS.get(key, key) for key in keys]
        down = [{"type": "keyDown", "value": name} for name in names]
        up = [{"type": "keyUp", "value": name} for name in reversed(names)]
        self.perform([{"type": "key", "id": "keyboard", "actions": [*down, *up]}])

    def type(self, text: str) -> None:
        for letter in text:
            self.press(letter)

    def _point(self, actions: list[dict[str, Any]]) -> None:
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}}
        self.perform([{**mouse, "actions": actions}])
