"""How high the rows of a form are: as high as its sheets allow, and no row alone on one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# Millimetres: the text of an A4 sheet, and the heading above a form.
SHEET, TITLE = 248.0, 24.0
# The heads of a table, and what stands below it.
_HEAD, _GAP = 10.0, 6.0
# A line of handwriting is about 9 mm, and more than three are seldom written.
LOWEST, _HIGHEST, _STEP = 13.0, 34.0, 0.5
_MOST_SHEETS = 4


@dataclass(frozen=True)
class Block:
    """A table and what stands above it, in millimetres: `needed` is what each label takes."""

    above: float
    needed: tuple[float, ...]

    def height(self, row: float) -> float:
        """Millimetres of the whole, with rows of a height."""
        rows = sum(max(row, least) for least in self.needed)
        return self.above + (_HEAD + rows + _GAP if self.needed else 0)


def row_heights(blocks: list[Block], spare: float = 0) -> list[float]:
    """The height of the rows of each block: one for all, and more where a sheet has room left."""
    common = row_height(blocks, spare)
    found = [common] * len(blocks)
    for taken, sheet in _sheets(blocks, common, spare):
        height = common
        while (
            height + _STEP <= _HIGHEST
            and taken + sum(blocks[at].height(height + _STEP) for at in sheet) <= SHEET
        ):
            height += _STEP
        for at in sheet:
            found[at] = height
    return found


def _sheets(blocks: list[Block], height: float, spare: float) -> Iterator[tuple[float, list[int]]]:
    """The blocks of each sheet that no other sheet shares, and what else stands on it."""
    taken, used, sheet, shared = TITLE + spare, TITLE + spare, list[int](), False
    for at, block in enumerate(blocks):
        need = block.height(height)
        if used + need > SHEET and need <= SHEET:
            if not shared:
                yield taken, sheet
            taken, used, sheet, shared = 0.0, 0.0, [], False
        used += need
        sheet.append(at)
        while used > SHEET:
            used, shared = used - SHEET + height + _HEAD, True
    if not shared:
        yield taken, sheet


def row_height(blocks: list[Block], spare: float = 0) -> float:
    """The greatest height for which the form takes as few sheets as give a pen room.

    Where it can be, no row of a table that is cut stands alone on its sheet.
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


def sheets_for(blocks: list[Block], height: float, spare: float = 0) -> tuple[int, bool]:
    """How many sheets the blocks take, and whether a row is alone on one of them.

    A table that fits on a sheet is not cut in two.
    """
    sheets, used, alone = 1, TITLE + spare, False
    for block in blocks:
        need = block.height(height)
        if used + need > SHEET and need <= SHEET:
            sheets, used = sheets + 1, 0.0
        used += need
        while used > SHEET:
            # A row is not cut, and the head of the table stands on each sheet.
            over = used - _GAP - SHEET
            alone = alone or 0 < over <= height
            sheets, used = sheets + 1, used - SHEET + height + _HEAD
    return sheets, alone
