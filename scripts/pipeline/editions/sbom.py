"""What an edition was made with: every package and its version, as CycloneDX 1.6.

The names are those of requirements.lock that this Python installed, developers' tools among
them, since one environment makes the site and tests it.
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

    Its time and its serial number are those of the commit, so that the same commit and packages
    give the same file.
    """
    names = _PINNED.findall((root / LOCK).read_text(encoding="utf-8"))
    bom = Bom(
        components=[
            Component(
                name=name,
                version=found,
                type=ComponentType.LIBRARY,
                purl=PackageURL("pypi", name=name, version=found),
                bom_ref=name,
            )
            for name in names
            if (found := _installed(name)) is not None
        ],
        serial_number=uuid.uuid5(uuid.NAMESPACE_URL, source.commit),
    )
    bom.metadata.timestamp = datetime.fromisoformat(source.date)
    text = JsonV1Dot6(bom).output_as_string(indent=1)
    (site / SBOM).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _installed(name: str) -> str | None:
    """Its version, or None for a package of other systems and Pythons."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None
