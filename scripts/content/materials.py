"""The materials that a workshop's texts name, and their quantities for a shopping list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, TypedDict

from scripts.content.papers import CARDS, WALL
from scripts.content.records import Material, Paper, RecordSets, Tool
from scripts.language.messages import Messages

# The id of the material that means the form on a tool's own page.
OWN_FORM = "own-form"
# The value of `per` for what is on no list: part of something else, or made in the workshop.
NOT_LISTED = "none"
# Paper sizes.
STANDARD, LARGE = "A4", "A3"


class Need(TypedDict):
    """One line of a shopping list, for the planner.

    `copies` is the number for each `per` (person, group or meeting), `shared` the number printed
    on one sheet. `paper` or `tool` is the id of the record to link to, and `size` the paper size.
    """

    kind: Literal["print", "bought", "found", "made"]
    label: str
    about: str
    per: str
    copies: int
    shared: int
    size: str
    paper: str
    tool: str


def named_materials(
    text: str, code: str, materials: Iterable[Material]
) -> list[tuple[Material, str]]:
    """The materials that a text names, in text order, each with the name used.

    Of overlapping names the longest matches: "a large sheet with three columns" is not
    "a large sheet".
    """
    by_name = {name.lower(): each for each in materials for name in each["names"][code]}
    if not by_name:
        return []
    names = "|".join(map(re.escape, sorted(by_name, key=len, reverse=True)))
    found = re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text, re.IGNORECASE)
    return [(by_name[match[0].lower()], match[0]) for match in found]


def needs(texts: Iterable[str], records: RecordSets, messages: Messages) -> dict[str, Need]:
    """The needs named in the texts of a workshop, by material id, without duplicates."""
    found: dict[str, Need] = {}
    for text in texts:
        for material, name in named_materials(text, messages.code, records["materials"]):
            if material["per"] != NOT_LISTED:
                need = found.setdefault(material["id"], _need(material, name, records, messages))
                if need["tool"] and need["size"] != LARGE and _in_large(name, text):
                    need["size"], need["about"] = LARGE, f"{LARGE}, {need['about']}"
    return found


def _in_large(name: str, text: str) -> bool:
    """Whether a text asks for a form in A3 instead of A4."""
    return re.search(rf"(?<!\w){re.escape(name)} (?:i|på|in|on) {LARGE}\b", text) is not None


def needs_of_tool(tool: Tool, records: RecordSets, messages: Messages) -> dict[str, Need]:
    """The needs of a tool: its own form, and what its text names."""
    own = next((each for each in records["materials"] if each.get("tool") == tool["id"]), None)
    text = tool["materials"][messages.code]
    found = needs([text], records, messages)
    if any(
        each["id"] == OWN_FORM
        for each, _ in named_materials(text, messages.code, records["materials"])
    ):
        form = _need(own, "", records, messages) if own else _form(tool, messages)
        found = {own["id"] if own else tool["id"]: form, **found}
    return found


def printed_ids(texts: Iterable[str], code: str, materials: Iterable[Material]) -> set[str]:
    """The ids of the papers and tools named in texts."""
    known = list(materials)
    found = [each for text in texts for each, _ in named_materials(text, code, known)]
    return {each.get("paper", each.get("tool", "")) for each in found} - {""}


def copies(need: Need, people: int, group: int) -> int:
    """The number of copies needed; shopping-list.js of the planner computes the same."""
    number = {"person": people, "group": -(-people // group)}.get(need["per"], 1)
    return -(-number * need["copies"] // need["shared"])


def printed_as(material: Material, paper: Paper) -> str:
    """Which of its paper's print forms a material is."""
    return material.get("prints", paper["prints"][0])


def _need(material: Material, name: str, records: RecordSets, messages: Messages) -> Need:
    code = messages.code
    note = material["note"][code] if "note" in material else ""
    need = _line(material.get("comes", "print"), material["names"][code][0], material["per"])
    need["copies"] = material.get("number", 1)
    need["about"] = note
    if "paper" in material:
        paper = next(each for each in records["papers"] if each["id"] == material["paper"])
        form = printed_as(material, paper)
        need["label"], need["paper"] = paper["title"][code], paper["id"]
        need["size"] = LARGE if form == WALL else STANDARD
        need["about"] = ", ".join(filter(None, (messages(f"shopping.{form}"), note)))
        need["shared"] = paper.get("sets", 1) if form == CARDS else 1
    elif "tool" in material:
        tool = next(each for each in records["tools"] if each["id"] == material["tool"])
        need |= {"label": tool["title"][code], "tool": tool["id"], "size": STANDARD}
        need["about"] = ", ".join(filter(None, (messages("shopping.tool"), note)))
    elif need["kind"] == "made":
        need["label"] = name
    return need


def _form(tool: Tool, messages: Messages) -> Need:
    need = _line("print", tool["title"][messages.code], "group")
    need |= {"about": messages("shopping.tool"), "tool": tool["id"], "size": STANDARD}
    return need


def _line(kind: Literal["print", "bought", "found", "made"], label: str, per: str) -> Need:
    return Need(
        kind=kind,
        label=label,
        about="",
        per=per,
        copies=1,
        shared=1,
        size="",
        paper="",
        tool="",
    )
