"""The figures that pages may show, as data for their templates.

The templates in overrides/components draw this data, with the messages and the links of the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.content.records import Event, Municipality, RecordSets
from scripts.content.sources import Source
from scripts.figures import (
    evidence_map,
    meetings,
    municipality_map,
    municipality_time,
    phase_wheel,
    source_years,
    timeline,
    timeline_parts,
    two_lines,
)
from scripts.figures.projection import load_rings
from scripts.figures.symbols import SHAPES
from scripts.language.messages import Messages

# The context of the template of one figure.
PictureContext = dict[str, Any]
_MAPS_OF_EVIDENCE = ("evidence-map", "evidence-map-small")


def picture_records(
    names: set[str],
    records: RecordSets,
    outline: Path,
    words: Messages,
    current: str = "",
    sources: Mapping[str, Source] | None = None,
) -> dict[str, list[PictureContext]]:
    """The figures among `names`.

    Args:
        names: The placeholders of the page; those that are no figure are ignored.
        records: The data of the figures.
        outline: The outline of the country (data/norway.json).
        words: The messages in the language of the page.
        current: The id of the phase or municipality whose page this is.
        sources: All sources by id.
    """
    contexts: dict[str, list[PictureContext]] = {}
    if "municipality-map" in names:
        contexts["municipality-map"] = _map(evidence_map.model(records["municipalities"]), outline)
    if "timeline-picture" in names:
        contexts["timeline-picture"] = _timeline(
            records["timeline"],
            records["municipalities"],
            words("timeline.project"),
            words.code,
        )
    if "phase-wheel" in names:
        wheel = phase_wheel.draw(records["phases"], words.code)
        contexts["phase-wheel"] = [{"picture": wheel, "current": current}]
    if "two-lines" in names:
        contexts["two-lines"] = [
            {
                "picture": two_lines.draw(words, layout),
                "steps": two_lines.STEPS,
                "crossings": two_lines.CROSSINGS,
            }
            for layout in (two_lines.WIDE, two_lines.UPRIGHT)
        ]
    if "meetings" in names:
        contexts["meetings"] = [
            {"picture": meetings.draw(records["phases"], layout), "parts": meetings.PARTS}
            for layout in (meetings.WIDE, meetings.UPRIGHT)
        ]
    if "municipality-time" in names:
        contexts["municipality-time"] = _municipality_time(records, current, sources or {})
    if "source-years" in names:
        contexts["source-years"] = [
            {"picture": source_years.draw((sources or {}).values(), layout)}
            for layout in (source_years.WIDE, source_years.UPRIGHT)
        ]
    for name in _MAPS_OF_EVIDENCE:
        if name in names:
            contexts[name] = [
                {"picture": evidence_map.draw(records["municipalities"], sources or {}, layout)}
                for layout in (evidence_map.WIDE, evidence_map.UPRIGHT)
            ]
    return contexts


def _municipality_time(
    records: RecordSets, current: str, sources: Mapping[str, Source]
) -> list[PictureContext]:
    """The timeline of the page's municipality in two variants: for wide screens and phones."""
    return [
        {
            "picture": municipality_time.draw(records["timeline"], record, sources, layout),
            "municipality": record,
        }
        for record in records["municipalities"]
        if record["id"] == current
        for layout in (municipality_time.WIDE, municipality_time.NARROW)
    ]


def _map(municipalities: list[Municipality], outline: Path) -> list[PictureContext]:
    """The map of trial and model municipalities, with the statuses for its legend."""
    present = {record["status"] for record in municipalities}
    return [
        {
            "picture": municipality_map.draw(municipalities, load_rings(outline)),
            "shapes": SHAPES,
            "statuses": [
                (status, shape)
                for status, shape in municipality_map.SHAPE_OF_STATUS.items()
                if status in present
            ],
        }
    ]


def _timeline(
    events: list[Event], municipalities: list[Municipality], project: str, code: str
) -> list[PictureContext]:
    """The timeline in two variants: for wide screens and paper, and for phones."""
    return [
        {
            "picture": timeline.draw(events, municipalities, project, layout, code),
            "shapes": SHAPES,
        }
        for layout in (timeline_parts.WIDE, timeline_parts.UPRIGHT)
    ]
