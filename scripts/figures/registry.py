"""The pictures that pages may show, as records for their templates.

The templates municipality-map.html and timeline-picture.html draw what they are told
here, in the words and with the links of the page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scripts.content.records import Event, Municipality, RecordSets
from scripts.figures import municipality_map, phase_wheel, timeline
from scripts.figures.projection import load_rings
from scripts.figures.symbols import SHAPES
from scripts.language.messages import Words

# What a template is told of one picture.
PictureContext = dict[str, Any]


def picture_records(
    names: set[str],
    records: RecordSets,
    outline: Path,
    words: Words,
    current: str = "",
) -> dict[str, list[PictureContext]]:
    """The pictures among `names`; `current` is the phase whose page this is."""
    drawn: dict[str, list[PictureContext]] = {}
    if "municipality-map" in names:
        drawn["municipality-map"] = _map(records["municipalities"], outline)
    if "timeline-picture" in names:
        drawn["timeline-picture"] = _timeline(
            records["timeline"], records["municipalities"], words("timeline.project")
        )
    if "phase-wheel" in names:
        wheel = phase_wheel.draw(records["phases"], words.code)
        drawn["phase-wheel"] = [{"picture": wheel, "current": current}]
    return drawn


def _map(municipalities: list[Municipality], outline: Path) -> list[PictureContext]:
    """The one map, with the statuses that its key explains."""
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
    events: list[Event], municipalities: list[Municipality], project: str
) -> list[PictureContext]:
    """The timeline twice: for wide screens and paper, and for phones."""
    return [
        {
            "picture": timeline.draw(events, municipalities, project, layout),
            "shapes": SHAPES,
        }
        for layout in (timeline.WIDE, timeline.UPRIGHT)
    ]
