from clienteling.ui.formats import PropertyText
from clienteling.ui.pos.customer.fact_row import FactRow
from clienteling.ui.widgets.level_sign import Level
from tests.ui.pos.customer.conftest import Counter


def height(counter: Counter, row: FactRow, width: int = 304) -> int:
    counter.put(row)
    row.setFixedWidth(width)
    return row.height()


def test_a_short_value_stands_beside_its_label(counter: Counter) -> None:
    assert height(counter, FactRow("Churn risk", PropertyText("High", level=Level.HIGH))) == 28


def test_a_longer_value_goes_below_its_label(counter: Counter) -> None:
    value = PropertyText("Invite to the preview of winter", age_text="3 days old")
    assert height(counter, FactRow("Next best action", value)) == 28 + 20 + 4


def test_a_value_without_spaces_wraps_and_is_shortened_after_some_lines(counter: Counter) -> None:
    row = FactRow("Occupation", PropertyText("x" * 700), most=6)
    assert height(counter, row) == 28 + 6 * 20 + 4
    assert row.toolTip() == "x" * 700


def test_a_wider_row_takes_its_value_back_into_the_line(counter: Counter) -> None:
    row = FactRow("Occupation", PropertyText("Restorer of mediaeval manuscripts and maps"))
    assert height(counter, row, 250) > 28
    row.setFixedWidth(600)
    assert row.height() == 28


def test_everything_is_read_out(counter: Counter) -> None:
    row = FactRow("Birthday", PropertyText("", "in 5 days", "25 Nov"))
    assert row.accessibleName() == "Birthday: in 5 days, 25 Nov"
