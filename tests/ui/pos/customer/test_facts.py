from datetime import timedelta

from clienteling.domain.card import Score
from clienteling.domain.customer import Address, Channel
from clienteling.domain.dates import YearlyDate
from clienteling.domain.profile import Lately
from clienteling.ui.pos.customer.facts import (
    ScoreRow,
    consent_marks,
    contact_rows,
    date_rows,
    property_rows,
    score_rows,
    written_address,
)
from clienteling.ui.widgets.label import Label
from tests.support.customers import NewCustomer
from tests.ui.pos.customer.conftest import Counter


def spoken(widgets: list) -> list[str]:  # type: ignore[type-arg]
    return [widget.accessibleName() or widget.text() for widget in widgets]


def test_phones_are_written_as_people_here_do_and_invalid_ones_as_typed(counter: Counter) -> None:
    phones = ("212 555 0100", "+371 29 12 34 56", "call the butler")
    customer = counter.profile(counter.add_customer(NewCustomer("X-1", "N", phones=phones, emails=("n@example.com",))))
    assert spoken(contact_rows(customer.customer, counter.till.formats, counter.till.messages)) == [
        "(212) 555-0100, home",
        "+371 29 123 456, home",
        "call the butler, home",
        "n@example.com, home",
    ]


def test_a_customer_nobody_can_reach_says_so(counter: Counter) -> None:
    customer = counter.profile(counter.add_customer(NewCustomer("X-1", "N"))).customer
    rows = contact_rows(customer, counter.till.formats, counter.till.messages)
    assert spoken(rows) == ["No phone, e-mail or address"]


def test_an_address_leaves_out_what_is_not_known() -> None:
    full = Address("Via Solferino 11", "Milano", "20121", "MI", "IT", "home", primary=True)
    assert written_address(full) == "Via Solferino 11\n20121 Milano\nMI, IT"
    assert written_address(Address("", "Milano", "", "", "IT", "", primary=False)) == "Milano\nIT"


def test_consent_is_yes_no_or_not_asked_for_each_channel(counter: Counter) -> None:
    new = NewCustomer("X-1", "N", consents={Channel.PHONE: True, Channel.POST: False})
    customer = counter.profile(counter.add_customer(new)).customer
    assert spoken(consent_marks(customer)) == ["Phone", "E-mail not asked", "Message not asked", "No post"]


def test_a_customer_who_was_never_asked_gets_one_line(counter: Counter) -> None:
    customer = counter.profile(counter.add_customer(NewCustomer("X-1", "N"))).customer
    assert spoken(consent_marks(customer)) == ["No channel asked about yet"]


def test_the_nearest_date_comes_first_and_says_how_near(counter: Counter) -> None:
    dates = {"Name day": YearlyDate(6, 3), "Birthday": YearlyDate(11, 25, 1984), "Wedding": YearlyDate(2, 29, 2000)}
    customer = counter.profile(counter.add_customer(NewCustomer("X-1", "N", dates=dates))).customer
    today = counter.till.formats.today(counter.now)
    assert spoken(date_rows(customer.important_dates, counter.till.formats, today)) == [
        "Birthday: in 5 days, 25 November 1984",
        "Wedding: 29 February 2000",
        "Name day: 3 June",
    ]


def test_properties_say_what_the_card_says(counter: Counter) -> None:
    new = NewCustomer("X-1", "N", values={"Brand": "Contoso", "VIP": True})
    profile = counter.profile(counter.add_customer(new))
    rows = property_rows(profile.groups[0].values, counter.till.formats, counter.now)
    assert spoken(rows) == ["Birthday: –", "Brand: Contoso", "Spend: –", "Size: –", "VIP: Yes"]


def test_a_score_says_as_of_when(counter: Counter) -> None:
    now = counter.now
    score = ScoreRow(Score(37, now - timedelta(days=2)), counter.till.formats, now)
    assert score.accessibleName() == "Engagement score: 37, as of 18 Nov"
    assert ScoreRow(None, counter.till.formats, now).accessibleName() == "Engagement score: not computed yet"


def test_a_score_comes_with_what_is_known_of_it(counter: Counter) -> None:
    formats, now = counter.till.formats, counter.now
    lately = Lately((("E-mail", 4), ("Store visit", 1)), purchases=2)
    _, note = score_rows(Score(37, now), lately, formats, now)
    assert isinstance(note, Label)
    words = "Computed elsewhere, without its parts. In the last 12 months here: E-mail 4, Store visit 1, Purchases 2."
    assert note.text() == words
    _, nothing = score_rows(Score(37, now), Lately(), formats, now)
    assert isinstance(nothing, Label)
    assert nothing.text().endswith("In the last 12 months nothing happened here.")
    assert len(score_rows(None, lately, formats, now)) == 1
