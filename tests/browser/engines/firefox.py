"""Firefox, driven over WebDriver BiDi: JSON over a WebSocket that it opens itself.

Playwright speaks BiDi too, but asks this Firefox for a command that it does not know
(`emulation.setMediaFeaturesOverride`), and Debian has no geckodriver.
"""

import base64
import json
import os
import re
import time
from pathlib import Path
from typing import Any

from websockets.sync.client import connect

from scripts.devtools.system_packages import firefox
from tests.browser.engines.window import PATIENCE, Window

# Nothing that a browser does of its own accord, and nothing that moves.
SETTINGS = {
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "intl.accept_languages": "nb, no",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.server": "",
    "ui.prefersReducedMotion": 1,
    "ui.systemUsesDarkTheme": 0,
}
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


class Firefox(Window):
    """A Firefox without a screen, with a profile of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.errors: list[str] = []
        self.sent = 0

    def start(self, folder: Path) -> None:
        path = firefox()
        assert path, "no Firefox was found – run `make test`, which installs it"
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});"
            for name, value in SETTINGS.items()
        ]
        (folder / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [path, "--headless", "--no-remote", "--remote-debugging-port=0"]
        told = folder / "told"
        with told.open("w", encoding="utf-8") as log:
            self.start_program(
                [*command, "--profile", str(folder)],
                stdout=log,
                stderr=log,
                env={**os.environ, "HOME": str(folder)},
            )
        end = time.monotonic() + 2 * PATIENCE
        while not (found := LISTENING.search(told.read_text(encoding="utf-8"))):
            assert time.monotonic() < end, f"Firefox did not start: {told.read_text()}"
            time.sleep(0.05)
        address = f"{found[1]}/session"
        self.socket = self.ends.enter_context(connect(address, max_size=None, proxy=None))
        self.command("session.new", capabilities={})
        # The tab that it starts with never has the focus of the window.
        self.context = self.command("browsingContext.create", type="tab")["context"]
        self.command("session.subscribe", events=["log.entryAdded"])

    def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        self.sent += 1
        message = {"id": self.sent, "method": method, "params": parameters}
        self.socket.send(json.dumps(message))
        while True:
            answer = json.loads(self.socket.recv(timeout=2 * PATIENCE))
            if answer.get("method") == "log.entryAdded" and answer["params"]["level"] == "error":
                self.errors.append(answer["params"]["text"])
            if answer.get("id") == self.sent:
                assert answer["type"] == "success", answer
                return answer["result"]

    def go(self, address: str) -> None:
        self.command("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def back(self) -> None:
        self.command("browsingContext.traverseHistory", context=self.context, delta=-1)

    def run(self, expression: str) -> Any:
        answer = self.command(
            "script.evaluate",
            expression=f"JSON.stringify(({expression}) ?? null)",
            target={"context": self.context},
            awaitPromise=False,
        )
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"]["value"])

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self.command("browsingContext.setViewport", context=self.context, viewport=size)
        self.wait(f"innerWidth === {width} && innerHeight === {height}")

    def screenshot(self) -> bytes:
        return base64.b64decode(
            self.command("browsingContext.captureScreenshot", context=self.context)["data"]
        )

    def print(self) -> bytes:
        """The page as it is printed: A4, PDF."""
        size = {"width": 21.0, "height": 29.7}
        return base64.b64decode(
            self.command("browsingContext.print", context=self.context, page=size)["data"]
        )

    def perform(self, actions: list[dict[str, Any]]) -> None:
        self.command("input.performActions", context=self.context, actions=actions)
