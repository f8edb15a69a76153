"""Phases and tools name each other: no tool without a phase, no phase without a tool."""

from __future__ import annotations

from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.content.datasets import Datasets


def check_tools(records: Datasets) -> list[Problem]:
    """Tools of unknown phases, and phases that no tool serves."""
    tools, phases = records.files.get("tools"), records.files.get("phases")
    if tools is None or phases is None:
        return []
    known = [
        each["id"] for _, each in records.as_written("phases") if isinstance(each.get("id"), str)
    ]
    if not known:
        # A file that could not be read has been told of; what follows from it is noise.
        return []
    used: set[object] = set()
    problems = []
    for number, tool in records.as_written("tools"):
        named = tool.get("phases")
        for at, phase in enumerate(named if isinstance(named, list) else []):
            if phase in known:
                used.add(phase)
            elif isinstance(phase, str):
                mend = did_you_mean(phase, known) or f"write one of: {', '.join(known)}"
                line = tools.line((number, "phases", at))
                what, kind = f'unknown phase "{phase}"', Kind.UNKNOWN_PHASE
                problems.append(Problem(tools.path, line, what, mend, kind=kind, about=phase))
    if problems or not (records.of("tools") and records.of("phases")):
        # Which phases the tools are for is known when all of that is right.
        return problems if records.of("phases") else []
    for number, phase_id in enumerate(known):
        if phase_id not in used:
            what = f'no tool serves the phase "{phase_id}"'
            mend = "name the phase in a tool of data/tools.yml"
            problems.append(Problem(phases.path, phases.line((number, "id")), what, mend))
    return problems
