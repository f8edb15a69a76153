"""WebKit, the engine of Safari, as GTK has it: driven over WebDriver, on a screen of its own."""

import base64
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from scripts.devtools.system_packages import mini_browser, program
from tests.browser.engines.window import PATIENCE, PageLeftError, Window

# Where nothing manages windows, the one below the pointer has the focus. The pointer lies in the
# middle of the screen: over the bar of the window, which is larger than the screen.
SCREEN = "400x30x24"
# Its window is as narrow as its bar of buttons lets it be: a phone needs smaller ones.
SMALL = "* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; }"
# Readers who ask GTK for less motion ask pages for it too.
STILL = "[Settings]\ngtk-enable-animations=0\n"


class WebKit(Window):
    """MiniBrowser on a screen of its own."""

    session = ""

    def start(self, folder: Path) -> None:
        browser, screen, driver = mini_browser(), program("Xvfb"), program("WebKitWebDriver")
        for path, name in ((browser, "MiniBrowser"), (screen, "Xvfb"), (driver, "WebKitWebDriver")):
            assert path, f"{name} was not found – run `make test`, which installs it"
        settings = folder / "gtk-3.0"
        settings.mkdir()
        (settings / "gtk.css").write_text(SMALL, encoding="utf-8")
        (settings / "settings.ini").write_text(STILL, encoding="utf-8")
        reading, writing = os.pipe()
        self.start_program(
            [screen, "-displayfd", str(writing), "-screen", "0", SCREEN],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            display = told.readline().strip()
        assert display, "Xvfb did not start"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        own = {"DISPLAY": f":{display}", "GDK_BACKEND": "x11", "LANGUAGE": "nb"}
        folders = {"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "XDG_CACHE_HOME": folder}
        self.start_program(
            [driver, "-p", str(self.port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **own, **{name: str(path) for name, path in folders.items()}},
        )
        self._wait_for_the_driver()
        options = {"binary": str(browser), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        answer = self.command("POST", "", capabilities=wanted)
        self.session = f"/{answer['sessionId']}"
        self.ends.callback(self.command, "DELETE", "")

    def _wait_for_the_driver(self) -> None:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("WebKitWebDriver did not start")

    def command(self, method: str, path: str, **parameters: Any) -> Any:
        data = json.dumps(parameters).encode() if method == "POST" else None
        url = f"http://127.0.0.1:{self.port}/session{self.session}{path}"
        request = urllib.request.Request(url, data, method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=2 * PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            told = error.read().decode()
            if '"no such frame"' in told:
                raise PageLeftError(f"{method} {path}: {told}") from None
            raise AssertionError(f"{method} {path}: {told}") from None

    def go(self, address: str) -> None:
        self.command("POST", "/url", url=address)

    def back(self) -> None:
        self.command("POST", "/back")

    def run(self, expression: str) -> Any:
        script = f"return JSON.stringify(({expression}) ?? null)"
        return json.loads(self.command("POST", "/execute/sync", script=script, args=[]))

    def resize(self, width: int, height: int) -> None:
        # A window has its bar above the page.
        bar = self.run("outerHeight - innerHeight")
        self.command("POST", "/window/rect", width=width, height=height + bar)
        self.wait(f"innerWidth === {width}")

    def screenshot(self) -> bytes:
        # Until it has drawn the page anew, this is the picture of before.
        self.run("requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = 1; }))")
        self.wait("window.drawn")
        self.run("delete window.drawn")
        return base64.b64decode(self.command("GET", "/screenshot"))

    def perform(self, actions: list[dict[str, Any]]) -> None:
        self.command("POST", "/actions", actions=actions)
