"""The SBOM of an edition: every package and its version, as CycloneDX 1.6.

Lists the packages of requirements.lock that are installed, including development tools, since
one environment builds the site and tests it.
"""

from __future__ import annotations

import re
import uuid
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from scripts.pipeline.editions.record import SBOM, Source

LOCK = "requirements.lock"
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==", re.MULTILINE)


def write_sbom(root: Path, site: Path, source: Source) -> None:
    """Write `sbom.cdx.json` into a built site.

    Reproducible: timestamp and serial number are derived from the commit.
    """
    names = _PINNED.findall((root / LOCK).read_text(encoding="utf-8"))
    bom = Bom(
        components=[
            Component(
                name=name,
                version=installed,
                type=ComponentType.LIBRARY,
                purl=PackageURL("pypi", name=name, version=installed),
                bom_ref=name,
            )
            for name in names
            if (installed := _installed(name)) is not None
        ],
        serial_number=uuid.uuid5(uuid.NAMESPACE_URL, source.commit),
    )
    bom.metadata.timestamp = datetime.fromisoformat(source.date)
    text = JsonV1Dot6(bom).output_as_string(indent=1)
    (site / SBOM).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _installed(name: str) -> str | None:
    """The installed version of a package; None for one of other platforms or Pythons."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None
