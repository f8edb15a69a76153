"""The grade of evidence for each phase, tool and building block, computed from the data.

This module is the rule; for readers it is explained in the section `#evidence-rule` of the page
on how much we know. It gives a point for each of five questions and may deduct one; no grade is
set by hand. For the last four questions only studies that measured an effect count. The models
are the padlocks of the EEF Toolkit and the standardised wording of Cochrane.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from scripts.content.effort import Hours, hours, workshops
from scripts.content.pages import Site
from scripts.content.records import BuildingBlock, Finding, Phase, RecordSets, Tool
from scripts.content.sources import Source
from scripts.content.standing import Standing, is_independent, standing

Level = Literal["none", "very-low", "low", "some", "moderate", "high"]

# The number of studies that counts as several, and the share that must agree.
SEVERAL, AGREEING = 3, 2 / 3
# The values of `read` that count as having read a study.
READ = ("full", "part")
# The points from which each level is reached, highest first.
LEVELS: tuple[tuple[int, Level], ...] = (
    *((5, "high"), (4, "moderate"), (3, "some")),
    *((2, "low"), (1, "very-low"), (0, "none")),
)
# A study of what the work takes or what participants thought, and not of its effect.
UNMEASURED = "unmeasured"
FINDS = ("helps", "little", "depends", UNMEASURED)
POINTS = ("mkm", "several", "review", "comparison", "agree")


@dataclass(frozen=True)
class Grade:
    """The evidence for one phase, tool or building block.

    `hours` is the range of total working hours of all participants, None where nobody meets.
    `points` holds each question of the rule, `unread` whether a point is deducted.
    """

    id: str
    mkm: Standing
    studies: list[Finding]
    hours: Hours | None
    points: Mapping[str, bool]
    unread: bool

    @property
    def sum(self) -> int:
        """The points, never below zero."""
        return max(0, sum(self.points.values()) - self.unread)

    @property
    def level(self) -> Level:
        """The word for the sum."""
        return next(level for least, level in LEVELS if self.sum >= least)

    @property
    def directions(self) -> dict[str, int]:
        """The number of studies by finding, in the order of `FINDS`."""
        counted: Counter[str] = Counter(study["finds"] for study in self.studies)
        return {finds: counted[finds] for finds in FINDS if counted[finds]}

    @property
    def reviews(self) -> int:
        """The number of studies that are reviews."""
        return sum(study["design"] == "review" for study in self.studies)


def grades(site: Site, records: RecordSets, sources: Mapping[str, Source]) -> dict[str, Grade]:
    """The grade of every phase, tool and building block, by id."""
    phases = records.get("phases", [])
    hours_by_phase = {each.phase["id"]: each.hours for each in workshops(phases, site.pages)}
    subjects: list[tuple[Phase | Tool | BuildingBlock, Hours | None]] = [
        *((phase, hours_by_phase.get(phase["id"])) for phase in phases),
        *((tool, hours(tool["minutes"], tool["people"])) for tool in records.get("tools", [])),
        *(
            (block, hours_by_phase.get(block.get("phase", "")))
            for block in records.get("building-blocks", [])
        ),
    ]
    findings = records.get("findings", [])
    return {
        record["id"]: grade(record, total_hours, findings, sources)
        for record, total_hours in subjects
    }


def grade(
    record: Phase | Tool | BuildingBlock,
    total_hours: Hours | None,
    findings: Iterable[Finding],
    sources: Mapping[str, Source],
) -> Grade:
    """The grade of one record; reports by parties on their own work do not count as studies."""
    mkm_standing = standing(record["mkm"]["sources"] if "mkm" in record else [], sources)
    studies = [
        finding
        for finding in findings
        if record["id"] in finding["about"]
        and finding["source"] in sources
        and is_independent(sources[finding["source"]])
    ]
    measured = [study for study in studies if study["finds"] != UNMEASURED]
    directions = Counter(study["finds"] for study in measured if study["finds"] != "depends")
    most_agreeing = max(directions.values(), default=0)
    designs = {study["design"] for study in measured}
    number_read = sum(sources[study["source"]].record["read"] in READ for study in measured)
    points = {
        "mkm": mkm_standing.independent > 0,
        "several": len(measured) >= SEVERAL,
        "review": "review" in designs,
        "comparison": "comparison" in designs,
        "agree": len(measured) >= SEVERAL and most_agreeing >= AGREEING * len(measured),
    }
    return Grade(
        record["id"], mkm_standing, studies, total_hours, points, 2 * number_read < len(measured)
    )
