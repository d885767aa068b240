from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from pytestqt.qtbot import QtBot

from clienteling.ui.pos.customer.when_select import WhenSelect
from tests.ui.pos.customer.conftest import Counter

NEW_YORK = ZoneInfo("America/New_York")


def choose(when: WhenSelect, label: str) -> None:
    """As the menu does."""
    key = next(choice.key for choice in when.select.choices if choice.label == label)
    when.select.set_value(key)
    when.select.changed.emit(key)


def test_it_says_now_until_somebody_chooses(counter: Counter) -> None:
    when = WhenSelect(counter.till)
    counter.put(when)
    assert when.moment() is None
    assert when.select.label == "Now"


def test_a_day_and_a_time_are_meant_on_the_clock_of_the_store(counter: Counter, qtbot: QtBot) -> None:
    when = WhenSelect(counter.till)
    counter.put(when)
    choose(when, "Date and time…")
    assert when.popup.month is not None
    when.popup.month.picked.emit(datetime(2026, 11, 26, tzinfo=NEW_YORK).date())
    when.popup.time.set_text("15:30")
    with qtbot.waitSignal(when.changed):
        when.popup.button.click()
    assert when.moment() == datetime(2026, 11, 26, 15, 30, tzinfo=NEW_YORK)
    assert when.select.label == "Planned: 26 Nov, 15:30"
    assert when.popup.isHidden()


def test_what_was_earlier_today_cannot_be_later_than_now(counter: Counter) -> None:
    when = WhenSelect(counter.till)
    counter.put(when)
    choose(when, "Earlier today…")
    assert when.popup.month is None
    assert when.popup.time.text() == "04:00"  # an hour before five in New York
    when.popup.time.set_text("23:00")
    when.popup.button.click()
    assert when.popup.time.error == "It is only 05:00 now."
    assert when.moment() is None
    when.popup.time.set_text("1:15")
    when.popup.button.click()
    assert when.moment() == datetime(2026, 11, 20, 1, 15, tzinfo=NEW_YORK)
    assert when.select.label == "Today, 01:15"


def test_the_steps_go_to_full_quarters_and_stay_within_the_day(counter: Counter) -> None:
    when = WhenSelect(counter.till)
    counter.put(when)
    when.popup.ask(when.select, counter.now, counter.now, only_today=False)
    when.popup.time.set_text("9:07")
    seen = []
    for name in ("15 minutes earlier", "15 minutes later", "15 minutes earlier", "15 minutes earlier"):
        step = next(b for b in when.popup.findChildren(type(when.popup.button)) if b.accessibleName() == name)
        step.click()
        seen.append(when.popup.time.text())
    assert seen == ["09:00", "09:15", "09:00", "08:45"]
    when.popup.time.set_text("0:00")
    earlier = next(
        b for b in when.popup.findChildren(type(when.popup.button)) if b.accessibleName() == "15 minutes earlier"
    )
    earlier.click()
    assert when.popup.time.text() == "0:00"


def test_what_is_no_time_stands_at_the_field_and_the_popup_stays(counter: Counter) -> None:
    when = WhenSelect(counter.till)
    counter.put(when)
    choose(when, "Date and time…")
    when.popup.time.set_text("soon")
    when.popup.button.click()
    assert when.popup.time.error
    assert when.popup.isVisible()
    when.popup.close()


def test_closing_without_choosing_leaves_what_was_chosen(counter: Counter) -> None:
    when = WhenSelect(counter.till)
    counter.put(when)
    yesterday = counter.now - timedelta(days=1)
    when.set_moment(yesterday)
    choose(when, "Date and time…")
    when.popup.close()
    assert when.moment() == yesterday
    assert when.select.label == "Yesterday, 05:00"
    choose(when, "Now")
    assert when.moment() is None


def test_the_popup_stays_within_the_window(counter: Counter) -> None:
    when = WhenSelect(counter.till)
    counter.put(when)
    when.select.setFixedWidth(120)
    when.setFixedSize(120, 44)
    when.move(counter.host.width() - 140, 20)
    choose(when, "Date and time…")
    assert when.popup.frameGeometry().right() <= counter.host.frameGeometry().right()
    assert when.popup.frameGeometry().top() > when.mapToGlobal(when.rect().bottomLeft()).y()
    when.popup.close()
