"""Checks that each tool names known phases, and that each phase has a tool."""

from __future__ import annotations

from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.content.datasets import Datasets


def check_tools(records: Datasets) -> list[Problem]:
    """Report tools with unknown phases, and phases without a tool."""
    tools, phases = records.files.get("tools"), records.files.get("phases")
    if tools is None or phases is None:
        return []
    known = [
        each["id"] for _, each in records.as_written("phases") if isinstance(each.get("id"), str)
    ]
    if not known:
        # Unreadable files are reported elsewhere; whatever follows from that is noise.
        return []
    used: set[object] = set()
    problems = []
    for number, tool in records.as_written("tools"):
        named = tool.get("phases")
        for at, phase in enumerate(named if isinstance(named, list) else []):
            if phase in known:
                used.add(phase)
            elif isinstance(phase, str):
                fix = did_you_mean(phase, known) or f"write one of: {', '.join(known)}"
                line = tools.line((number, "phases", at))
                what, kind = f'unknown phase "{phase}"', Kind.UNKNOWN_PHASE
                problems.append(Problem(tools.path, line, what, fix, kind=kind, about=phase))
    if problems or not (records.of("tools") and records.of("phases")):
        # Phases without a tool can only be determined if all the above is right.
        return problems if records.of("phases") else []
    for number, phase_id in enumerate(known):
        if phase_id not in used:
            what = f'no tool serves the phase "{phase_id}"'
            fix = "name the phase in a tool of data/tools.yml"
            problems.append(Problem(phases.path, phases.line((number, "id")), what, fix))
    return problems
