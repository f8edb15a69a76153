"""What a workshop needs: the materials that its texts name, and how a shopping list counts them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, TypedDict

from scripts.content.papers import CARDS, WALL
from scripts.content.records import Material, Paper, RecordSets, Tool
from scripts.language.messages import Messages

# Of a tool: the form on its own page.
OWN_FORM = "own-form"
# What is on no list: it comes with something else, or is made in the workshop.
NOBODY = "none"
# The sizes of sheets.
USUAL, LARGE = "A4", "A3"


class Need(TypedDict):
    """One line of a shopping list, for the planner.

    `copies` is how many of it there are for each of `per`, and `shared` how many share one sheet.
    `paper` or `tool` is the id of the record that the page links to, and `size` that of the
    sheet that is printed.
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


def named(text: str, code: str, materials: Iterable[Material]) -> list[tuple[Material, str]]:
    """The materials that a text names, in its order, each with the words it is named by.

    Where one name holds another, the longest is meant: a large sheet with three columns is no
    large sheet.
    """
    by_name = {name.lower(): each for each in materials for name in each["names"][code]}
    if not by_name:
        return []
    names = "|".join(map(re.escape, sorted(by_name, key=len, reverse=True)))
    found = re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text, re.IGNORECASE)
    return [(by_name[match[0].lower()], match[0]) for match in found]


def needs(texts: Iterable[str], records: RecordSets, words: Messages) -> dict[str, Need]:
    """What some texts of a workshop name, each once, by the id of its material."""
    found: dict[str, Need] = {}
    for text in texts:
        for material, name in named(text, words.code, records["materials"]):
            if material["per"] != NOBODY:
                need = found.setdefault(material["id"], _need(material, name, records, words))
                if need["tool"] and need["size"] != LARGE and _in_large(name, text):
                    need["size"], need["about"] = LARGE, f"{LARGE}, {need['about']}"
    return found


def _in_large(name: str, text: str) -> bool:
    """Whether a text asks for a form in A3, which else is in A4."""
    return re.search(rf"(?<!\w){re.escape(name)} (?:i|på|in|on) {LARGE}\b", text) is not None


def needs_of_tool(tool: Tool, records: RecordSets, words: Messages) -> dict[str, Need]:
    """What a tool needs: its own form, and what its text names."""
    own = next((each for each in records["materials"] if each.get("tool") == tool["id"]), None)
    text = tool["materials"][words.code]
    found = needs([text], records, words)
    if any(each["id"] == OWN_FORM for each, _ in named(text, words.code, records["materials"])):
        form = _need(own, "", records, words) if own else _form(tool, words)
        found = {own["id"] if own else tool["id"]: form, **found}
    return found


def printed_ids(texts: Iterable[str], code: str, materials: Iterable[Material]) -> set[str]:
    """The ids of the papers and tools that some texts name."""
    known = list(materials)
    found = [each for text in texts for each, _ in named(text, code, known)]
    return {each.get("paper", each.get("tool", "")) for each in found} - {""}


def copies(need: Need, people: int, group: int) -> int:
    """How many of a thing there must be; the planner counts in the same way (shopping-list.js)."""
    number = {"person": people, "group": -(-people // group)}.get(need["per"], 1)
    return -(-number * need["copies"] // need["shared"])


def printed_as(material: Material, paper: Paper) -> str:
    """Which print of its paper a material is."""
    return material.get("prints", paper["prints"][0])


def _need(material: Material, name: str, records: RecordSets, words: Messages) -> Need:
    code = words.code
    note = material["note"][code] if "note" in material else ""
    need = _line(material.get("comes", "print"), material["names"][code][0], material["per"])
    need["copies"] = material.get("number", 1)
    need["about"] = note
    if "paper" in material:
        paper = next(each for each in records["papers"] if each["id"] == material["paper"])
        form = printed_as(material, paper)
        need["label"], need["paper"] = paper["title"][code], paper["id"]
        need["size"] = LARGE if form == WALL else USUAL
        need["about"] = ", ".join(filter(None, (words(f"shopping.{form}"), note)))
        need["shared"] = paper.get("sets", 1) if form == CARDS else 1
    elif "tool" in material:
        tool = next(each for each in records["tools"] if each["id"] == material["tool"])
        need |= {"label": tool["title"][code], "tool": tool["id"], "size": USUAL}
        need["about"] = ", ".join(filter(None, (words("shopping.tool"), note)))
    elif need["kind"] == "made":
        need["label"] = name
    return need


def _form(tool: Tool, words: Messages) -> Need:
    need = _line("print", tool["title"][words.code], "group")
    need |= {"about": words("shopping.tool"), "tool": tool["id"], "size": USUAL}
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
