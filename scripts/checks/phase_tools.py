"""Phases and tools name each other: no tool without a phase, no phase without a tool."""

from __future__ import annotations

from scripts.common.problems import Problem, did_you_mean
from scripts.common.yaml_lines import YamlText
from scripts.content.datasets import Datasets


def check_tools(records: Datasets) -> list[Problem]:
    """Tools of unknown phases, and phases that no tool serves."""
    tools, phases = records.files.get("tools"), records.files.get("phases")
    if tools is None or phases is None:
        return []
    if any(file.data != [] and not records.of(name) for name, file in _both(records)):
        # A file that could not be read has been told of; what follows from it is noise.
        return []
    known = [phase["id"] for phase in records.records.get("phases", [])]
    used: set[str] = set()
    problems = []
    for number, tool in enumerate(records.records.get("tools", [])):
        for at, phase in enumerate(tool["phases"]):
            used.add(phase)
            if phase not in known:
                mend = did_you_mean(phase, known) or f"write one of: {', '.join(known)}"
                line = tools.line((number, "phases", at))
                problems.append(Problem(tools.path, line, f'unknown phase "{phase}"', mend))
    for number, phase_id in enumerate(known):
        if phase_id not in used:
            what = f'no tool serves the phase "{phase_id}"'
            mend = "name the phase in a tool of data/tools.yml"
            problems.append(Problem(phases.path, phases.line((number, "id")), what, mend))
    return problems


def _both(records: Datasets) -> list[tuple[str, YamlText]]:
    return [(name, records.files[name]) for name in ("tools", "phases")]
