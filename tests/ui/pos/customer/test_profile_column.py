from clienteling.domain.dates import YearlyDate
from clienteling.ui.pos.customer.fact_row import FactRow
from clienteling.ui.pos.customer.profile_column import ProfileColumn
from clienteling.ui.widgets.section import SmallHead
from tests.support.customers import NewCustomer
from tests.ui.pos.customer.conftest import Counter, settle

RICH = NewCustomer(
    "X-1",
    "Nora Berg",
    phones=("212 555 0100",),
    cards=("LC-77",),
    dates={"Birthday": YearlyDate(11, 25, 1984)},
    values={"Brand": "Contoso", "Spend": 12, "VIP": True, "Interests": ("golf", "wine"), "Secret": "s" * 900},
    measures={"Churn": 40},
    score=37,
)


def column(counter: Counter, customer_id: int) -> ProfileColumn:
    shown = ProfileColumn(counter.till)
    counter.put(shown)
    shown.show_profile(counter.profile(customer_id))
    settle()
    return shown


def facts(shown: ProfileColumn) -> list[str]:
    return [row.accessibleName() for row in shown.findChildren(FactRow) if row.isVisibleTo(shown)]


def test_everything_known_stands_once_under_its_head(counter: Counter) -> None:
    shown = column(counter, counter.add_customer(RICH))
    heads = [head.text() for head in shown.findChildren(SmallHead) if head.isVisibleTo(shown)]
    assert heads == [
        "Follow-ups",
        "Contact",
        "On the card",
        "Client book",
        "Customer",
        "Important dates",
        "Loyalty cards",
    ]
    assert facts(shown) == [
        "Churn: 40\N{NO-BREAK SPACE}%",
        "Birthday: in 5 days, 25 Nov",
        "Brand: Contoso",
        "Spend: $12.00",
        "VIP: Yes",
        "Interests: golf, wine",
        f"Secret: {'s' * 900}",
        "Birthday: in 5 days, 25 November 1984",
    ]


def test_places_of_the_card_stay_and_other_attributes_show_only_with_a_value(counter: Counter) -> None:
    shown = column(counter, counter.add_customer(NewCustomer("X-2", "Nobody")))
    assert facts(shown) == ["Churn: –", "Birthday: –", "Brand: –"]


def test_nothing_is_wider_than_the_column(counter: Counter) -> None:
    shown = column(counter, counter.add_customer(RICH))
    assert shown.width() == 352
    rows = [row for row in shown.findChildren(FactRow) if row.isVisibleTo(shown)]
    assert {row.width() for row in rows} == {303}


def test_reading_the_same_customer_again_keeps_the_place(counter: Counter) -> None:
    customer_id = counter.add_customer(RICH)
    shown = column(counter, customer_id)
    shown.setFixedHeight(400)
    settle()
    bar = shown.area.verticalScrollBar()
    bar.setValue(120)
    counter.add_activities(customer_id, 1)
    shown.show_profile(counter.profile(customer_id))
    settle()
    assert bar.value() == 120
    shown.show_profile(counter.profile(counter.customer("C-0001")))
    assert bar.value() == 0


def test_a_new_activity_shows_as_the_last_contact(counter: Counter) -> None:
    customer_id = counter.add_customer(RICH)
    shown = column(counter, customer_id)
    assert "No contact yet" in shown.contact.detail
    counter.add_activities(customer_id, 1)
    shown.show_profile(counter.profile(customer_id))
    assert "Last contact today" in shown.contact.detail
