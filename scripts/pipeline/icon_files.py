"""The icons that are no SVG, made from the sign of the site."""

from __future__ import annotations

from pathlib import Path

from scripts.figures.icons import favicon, icon, read_sign, touch_icon
from scripts.pipeline.context import Build
from scripts.web.tokens import read_tokens

FAVICON = "favicon.ico"
_FOLDER = "assets/images"
_SIGN = f"docs/{_FOLDER}/sign.svg"


def write_icons(build: Build, site: Path) -> None:
    """Write the icons that pages name."""
    sign = read_sign((build.project.root / _SIGN).read_text(encoding="utf-8"))
    folder = site / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "icon-32.png").write_bytes(icon(sign))
    ground = read_tokens(build.project).light["ground"]
    (folder / "touch-icon.png").write_bytes(touch_icon(sign, ground))


def root_icon(root: Path) -> dict[str, bytes]:
    """What browsers ask the root of a host for by themselves, if the project has a sign."""
    path = root / _SIGN
    return {FAVICON: favicon(read_sign(path.read_text(encoding="utf-8")))} if path.is_file() else {}
