"""System packages that the tests need: detects, installs, or requests them.

`make serve` needs none of them. Where the system's package manager may be used (as root, or
with passwordless sudo), they are installed; elsewhere the problem states the command to run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from ctypes.util import find_library
from pathlib import Path

from scripts.common.problems import Problem, ProblemsFound
from scripts.documents.pdf.libraries import LIBRARIES
from scripts.language import hunspell

# The headless shell first, since it opens a page in a third of the time.
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)

# The two other browser engines: Firefox, and WebKitGTK with its driver and a virtual display.
FIREFOX = ("firefox-esr", "firefox")
MINI_BROWSERS = ("lib/*/webkit2gtk-4.*", "lib*/webkit2gtk-4.*", "libexec/webkit2gtk-4.*")

# Program -> the Debian package that provides it.
PROGRAMS = {
    "nginx": "nginx-light",
    "Xvfb": "xvfb",
    "WebKitWebDriver": "webkit2gtk-driver",
    "pdftoppm": "poppler-utils",
    "soffice": "libreoffice-writer-nogui",
    "node": "nodejs",
    "npm": "npm",
    "java": "default-jre-headless",
}
# An nginx module and its Debian package, and the folders of modules.
NGINX_BROTLI, NGINX_BROTLI_PACKAGE = (
    "ngx_http_brotli_static_module.so", "libnginx-mod-http-brotli-static",
)  # fmt: skip
NGINX_MODULES = ("/usr/lib/nginx/modules", "/usr/lib64/nginx/modules", "/usr/share/nginx/modules")
# Parts of LibreOffice in separate Debian packages: a library beside its program -> the package.
OFFICE_PARTS = {
    "libsdlo.so": "libreoffice-impress-nogui",
    "libsclo.so": "libreoffice-calc-nogui",
}
# Word files use Arial, and so do pages until the web font has loaded. A machine with neither
# Arial nor its metric-compatible equivalent substitutes a wider font, which overflows cells.
ARIAL, ARIAL_PACKAGES = ("Arial", "Liberation Sans"), ("fontconfig", "fonts-liberation")


def browser() -> str | None:
    """The path of a Chromium, from $CHROMIUM or the system."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


def firefox() -> str | None:
    """The path of Firefox."""
    return next(filter(None, map(shutil.which, FIREFOX)), None)


def mini_browser() -> Path | None:
    """The path of WebKitGTK's MiniBrowser, which is not on the PATH."""
    paths = (each for place in MINI_BROWSERS for each in Path("/usr").glob(f"{place}/MiniBrowser"))
    return next(paths, None)


def program(name: str) -> str | None:
    """The path of a program; servers are often outside an ordinary user's PATH."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin:/sbin")


def nginx_brotli() -> Path | None:
    """The path of nginx's module that serves precompressed brotli files."""
    paths = (Path(folder, NGINX_BROTLI) for folder in NGINX_MODULES)
    return next((path for path in paths if path.is_file()), None)


def missing() -> list[str]:
    """The Debian packages of everything that is missing."""
    packages = [] if has_browser() else [BROWSERS[0]]
    packages += [] if firefox() else [FIREFOX[0]]
    packages += [package for name, package in PROGRAMS.items() if not program(name)]
    packages += [package for name, package in OFFICE_PARTS.items() if not _has_office_part(name)]
    packages += [package for name, package in LIBRARIES.items() if not find_library(name)]
    packages += [] if nginx_brotli() else [NGINX_BROTLI_PACKAGE]
    packages += hunspell.missing()
    if not mini_browser() and PROGRAMS["WebKitWebDriver"] not in packages:
        packages.append(PROGRAMS["WebKitWebDriver"])
    return packages if has_arial() else [*packages, *ARIAL_PACKAGES]


def has_browser() -> bool:
    """Whether the browser of the reference screenshots is there, or another was chosen.

    Other browsers differ in antialiasing; where there is no apt-get, they must do.
    """
    if os.environ.get("CHROMIUM") or shutil.which(BROWSERS[0]):
        return True
    return browser() is not None and not shutil.which("apt-get")


def _has_office_part(name: str) -> bool:
    """Whether LibreOffice can open slides or sheets."""
    office = program("soffice")
    return office is not None and (Path(office).resolve().parent / name).exists()


def has_arial() -> bool:
    """Whether fontconfig knows Arial or a metric-compatible font."""
    lister = program("fc-list")
    if lister is None:
        return False
    command = [lister, "--format", "%{family}\n"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return not set(ARIAL).isdisjoint(done.stdout.splitlines())


def ensure() -> None:
    """Install what is missing, or raise `ProblemsFound` with the command that does."""
    packages = missing()
    if not packages:
        return
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    shown = "sudo " + " ".join(part for part in command if part != "-qq")
    prefix = _privilege()
    if prefix is not None:
        print(f"Installing {', '.join(packages)} …", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*prefix, "apt-get", "update", "-qq"], check=False, env=environment)
        subprocess.run([*prefix, *command], check=False, env=environment, stdout=subprocess.DEVNULL)
        packages = missing()
    if packages:
        what = f"the tests need {', '.join(packages)}"
        remedy = f"run: {shown} (elsewhere: install the same programs with your package manager)"
        raise ProblemsFound([Problem("make test", 0, what, remedy)])


def _privilege() -> list[str] | None:
    """The prefix to run apt-get with: empty as root, sudo, or None if not permitted."""
    if not shutil.which("apt-get"):
        return None
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo is None:
        return None
    allowed = subprocess.run([sudo, "-n", "true"], capture_output=True, check=False)
    return None if allowed.returncode else [sudo, "-n"]
