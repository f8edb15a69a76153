"""Computes row heights of forms: as high as the sheets allow, without a row alone on a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# Millimetres: the text height of an A4 sheet, and the heading above a form.
SHEET, TITLE = 248.0, 24.0
# The header row of a table, and the space below the table.
_HEAD, _GAP = 10.0, 6.0
# A line of handwriting is about 9 mm high, and three lines are usually enough.
LOWEST, _HIGHEST, _STEP = 13.0, 34.0, 0.5
_MOST_SHEETS = 4


@dataclass(frozen=True)
class FormBlock:
    """A table and the space above it (mm); `needed` is the minimum height of each row."""

    above: float
    needed: tuple[float, ...]

    def height(self, row: float) -> float:
        """The total height (mm), with rows of a height."""
        rows = sum(max(row, least) for least in self.needed)
        return self.above + (_HEAD + rows + _GAP if self.needed else 0)


def row_heights(blocks: list[FormBlock], spare: float = 0) -> list[float]:
    """The row height of each block (mm): a common one, increased where a sheet has room left."""
    common = row_height(blocks, spare)
    heights = [common] * len(blocks)
    for taken, sheet in _sheets(blocks, common, spare):
        height = common
        while (
            height + _STEP <= _HIGHEST
            and taken + sum(blocks[index].height(height + _STEP) for index in sheet) <= SHEET
        ):
            height += _STEP
        for index in sheet:
            heights[index] = height
    return heights


def _sheets(
    blocks: list[FormBlock], height: float, spare: float
) -> Iterator[tuple[float, list[int]]]:
    """The blocks of each sheet without a split block, and the height that other things use."""
    taken, used, sheet, shared = TITLE + spare, TITLE + spare, list[int](), False
    for index, block in enumerate(blocks):
        need = block.height(height)
        if used + need > SHEET and need <= SHEET:
            if not shared:
                yield taken, sheet
            taken, used, sheet, shared = 0.0, 0.0, [], False
        used += need
        sheet.append(index)
        while used > SHEET:
            used, shared = used - SHEET + height + _HEAD, True
    if not shared:
        yield taken, sheet


def row_height(blocks: list[FormBlock], spare: float = 0) -> float:
    """The largest row height with which the form takes the fewest possible sheets.

    If possible, a table that is split leaves no single row on a sheet.
    """
    steps = int((_HIGHEST - LOWEST) / _STEP)
    heights = [_HIGHEST - step * _STEP for step in range(steps + 1)]
    for most in range(1, _MOST_SHEETS):
        fitting = [each for each in heights if sheets_for(blocks, each, spare)[0] <= most]
        for height in fitting:
            if not sheets_for(blocks, height, spare)[1]:
                return height
        if fitting:
            return fitting[0]
    return LOWEST


def sheets_for(blocks: list[FormBlock], height: float, spare: float = 0) -> tuple[int, bool]:
    """The number of sheets for the blocks, and whether one of them has a single row.

    A table that fits on a sheet is not split.
    """
    sheets, used, alone = 1, TITLE + spare, False
    for block in blocks:
        need = block.height(height)
        if used + need > SHEET and need <= SHEET:
            sheets, used = sheets + 1, 0.0
        used += need
        while used > SHEET:
            # Rows are not split, and the header row repeats on each sheet.
            over = used - _GAP - SHEET
            alone = alone or 0 < over <= height
            sheets, used = sheets + 1, used - SHEET + height + _HEAD
    return sheets, alone
