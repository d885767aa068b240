"""Changing a grid of buttons: what does not fit is not done, and the grid stays as it was."""

from dataclasses import replace

from clienteling.domain.layout import ACTIONS, MOST_COLUMNS, MOST_ROWS, Button, ButtonGrid


def fits(grid: ButtonGrid, button: Button, instead_of: Button | None = None) -> bool:
    """Whether a button lies inside the grid and on none of the others."""
    inside = (
        min(button.row, button.column, button.row_span, button.column_span) >= 1
        and button.row + button.row_span - 1 <= grid.rows
        and button.column + button.column_span - 1 <= grid.columns
    )
    taken = {cell for other in grid.buttons if other != instead_of for cell in other.cells()}
    return inside and not taken.intersection(button.cells())


def changed(grid: ButtonGrid, before: Button, after: Button) -> ButtonGrid:
    """A button is replaced by another one, if that one fits."""
    if not fits(grid, after, before):
        return grid
    return replace(grid, buttons=tuple(after if button == before else button for button in grid.buttons))


def moved(grid: ButtonGrid, button: Button, row: int, column: int) -> ButtonGrid:
    """A button goes elsewhere; on a single other one of its size it changes places with that."""
    target = replace(button, row=row, column=column)
    other = next((b for b in grid.buttons if b != button and (row, column) in set(b.cells())), None)
    same_size = other is not None and (other.row_span, other.column_span) == (button.row_span, button.column_span)
    if other is not None and same_size and (other.row, other.column) == (row, column):
        swapped = {button: target, other: replace(other, row=button.row, column=button.column)}
        return replace(grid, buttons=tuple(swapped.get(b, b) for b in grid.buttons))
    return changed(grid, button, target)


def resized(grid: ButtonGrid, button: Button, row_span: int, column_span: int) -> ButtonGrid:
    """A button takes more rows and columns, or fewer."""
    return changed(grid, button, replace(button, row_span=row_span, column_span=column_span))


def added(grid: ButtonGrid) -> ButtonGrid:
    """A button more in the first free place, for the first action that has none; a row more if all are taken."""
    used = {button.action for button in grid.buttons}
    action = next((name for name in ACTIONS if name not in used), next(iter(ACTIONS)))
    taken = {cell for button in grid.buttons for cell in button.cells()}
    places = ((row, column) for row in range(1, grid.rows + 2) for column in range(1, grid.columns + 1))
    row, column = next(place for place in places if place not in taken)
    if row > MOST_ROWS:
        return grid
    return ButtonGrid(grid.columns, max(grid.rows, row), (*grid.buttons, Button(action, row, column)))


def removed(grid: ButtonGrid, button: Button) -> ButtonGrid:
    return replace(grid, buttons=tuple(other for other in grid.buttons if other != button))


def sized(grid: ButtonGrid, columns: int, rows: int) -> ButtonGrid:
    """A grid with other bounds, no smaller than its buttons need."""
    across = max((b.column + b.column_span - 1 for b in grid.buttons), default=1)
    down = max((b.row + b.row_span - 1 for b in grid.buttons), default=1)
    wide, high = min(max(columns, across), MOST_COLUMNS), min(max(rows, down), MOST_ROWS)
    return ButtonGrid(wide, high, grid.buttons)
