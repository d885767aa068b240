"""Filling in the form of a customer, as a person does."""

from clienteling.domain.customer import Channel, Consent, Customer
from clienteling.domain.customer_draft import AddressDraft, ContactDraft, CustomerDraft, DateDraft
from clienteling.ui.pos.customer_form.edit_page import EditCustomerPage
from clienteling.ui.pos.customer_form.form_page import FormPage
from clienteling.ui.pos.customer_form.new_page import NewCustomerPage
from clienteling.ui.widgets.field import Field
from tests.support.till import OpenTill

ILZE = CustomerDraft(
    title="Dr.",
    first_name="Ilze",
    last_name="Vītola",
    language="lv",
    phones=(ContactDraft("(212) 555-7788", "Mobile", True), ContactDraft("+371 20 000 001", "Work")),
    emails=(ContactDraft("ilze@example.net", "", True),),
    address=AddressDraft("US", "5 Elm Street", "10012", "New York", "NY"),
    dates=(DateDraft("Birthday", "1990-02-28"), DateDraft("Wedding", "--06-24")),
    cards=("LC-9000",),
    consents=(Consent(Channel.EMAIL, True), Consent(Channel.POST, False)),
    values={"Brand": "Contoso", "VIP": "yes", "Interests": "golf|wine", "Size": "37.5", "Member since": "2026-01-02"},
)


def create(till: OpenTill, argument: object = None) -> NewCustomerPage:
    page = till.show(NewCustomerPage, "new_customer", argument)
    assert isinstance(page, NewCustomerPage)
    return page


def edit(till: OpenTill, customer_id: int) -> EditCustomerPage:
    page = till.show(EditCustomerPage, "edit_customer", customer_id)
    assert isinstance(page, EditCustomerPage)
    return page


def write(field: Field, text: str) -> None:
    """As a person types or pastes it."""
    field.edit.setFocus()
    field.edit.selectAll()
    field.edit.insert(text)
    field.edit.textEdited.emit(field.edit.text())


def fill(page: FormPage, draft: CustomerDraft) -> None:
    page.form.show_draft(draft)
    page.form.edited.emit()


def look(page: FormPage) -> None:
    """Let the pause pass after which duplicates are looked for."""
    assert page.duplicates.pause.isActive()
    page.duplicates.pause.stop()
    page.duplicates.look()


def stored(till: OpenTill, customer_id: int) -> Customer:
    return till.program.services.customers.profile(till.session, customer_id).customer


def created(till: OpenTill) -> Customer:
    """The customer whose page was gone to."""
    (customer_id,) = till.customer_page.arguments
    return stored(till, customer_id)


def errors(page: FormPage) -> dict[str, str]:
    return {field.label: field.error for field in page.form.findChildren(Field) if field.error}
