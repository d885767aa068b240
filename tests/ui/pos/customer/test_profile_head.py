from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from clienteling.domain.customer import Channel, Customer
from clienteling.ui.pos.customer.profile_head import ContactButtons, ProfileHead
from clienteling.ui.widgets.label import Label
from tests.support.customers import NewCustomer
from tests.ui.pos.customer.conftest import Counter, settle


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were given to the machine's programs."""
    urls: list[str] = []

    def open_url(url: QUrl) -> bool:
        urls.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return urls


def customer(counter: Counter, **known: object) -> Customer:
    new = replace(NewCustomer("X-1", "Nora Berg"), **known)  # type: ignore[arg-type]
    return counter.profile(counter.add_customer(new)).customer


def buttons(counter: Counter, of: Customer) -> ContactButtons:
    shown = ContactButtons(counter.till.messages)
    counter.put(shown)
    shown.show_customer(of)
    return shown


def test_call_and_mail_open_the_machines_programs(counter: Counter, opened: list[str]) -> None:
    shown = buttons(counter, customer(counter, phones=("212 555 0100",), emails=("nora@example.com",)))
    shown.call.click()
    shown.mail.click()
    assert opened == ["tel:+12125550100", "mailto:nora@example.com"]


def test_an_address_cannot_add_fields_to_the_letter(counter: Counter, opened: list[str]) -> None:
    shown = buttons(counter, customer(counter, emails=("a@example.com?bcc=b@example.com&body=hi",)))
    shown.mail.click()
    assert opened == ["mailto:a@example.com%3Fbcc%3Db@example.com%26body%3Dhi"]


def test_without_a_program_the_number_is_copied(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    shown = buttons(counter, customer(counter, phones=("212 555 0100",)))
    shown.call.click()
    assert QGuiApplication.clipboard().text() == "+12125550100"
    assert counter.toast.text == "This machine cannot call. The number is copied."


def test_what_cannot_be_done_says_why(counter: Counter, opened: list[str]) -> None:
    refused = customer(
        counter, phones=("212 555 0100",), emails=(), consents={Channel.PHONE: False, Channel.EMAIL: True}
    )
    shown = buttons(counter, refused)
    assert (shown.call.who_may, shown.mail.who_may) == ("No consent", "No address")
    shown.call.click()
    shown.mail.click()
    assert opened == []


def test_who_was_not_asked_can_be_called(counter: Counter, opened: list[str]) -> None:
    shown = buttons(counter, customer(counter, phones=("212 555 0100",)))
    assert shown.call.allowed
    assert shown.mail.who_may == "No address"


def test_a_name_too_long_for_its_line_is_written_smaller_and_then_in_the_tooltip(counter: Counter) -> None:
    head = ProfileHead()
    counter.put(head)
    head.setFixedWidth(304)
    settle()
    person = customer(counter)
    head.show_customer(replace(person, name="Aleksandrs Kalniņš-Bērziņš von Trapp"))
    assert head.name.height() == 40
    assert head.name.toolTip() == ""
    endless = "Wolfeschlegelsteinhausen " * 8
    head.show_customer(replace(person, name=endless))
    assert head.name.height() == 40
    assert head.name.toolTip() == endless.strip()
    head.show_customer(person)
    assert head.name.height() == 28


def test_since_when_shows_where_it_is_known(counter: Counter) -> None:
    head = ProfileHead()
    counter.put(head)
    person = customer(counter)
    head.show_customer(replace(person, since=date(2014, 3, 2)))
    assert [label.text() for label in head.findChildren(Label) if label.isVisible()] == ["X-1", "Customer since 2014"]
    head.show_customer(person)
    assert [label.text() for label in head.findChildren(Label) if label.isVisible()] == ["X-1"]
