"""The set-up page: which steps are done, and doing one in place. The whole way is a journey."""

from clienteling.domain.configuration.company import FeatureSettings
from clienteling.domain.feature import Feature, FeatureState
from clienteling.ui.headquarters.set_up_page import SetUpPage
from clienteling.ui.headquarters.step_forms import AttributesForm, StepForm
from tests.ui.headquarters.conftest import Office


def form_of(page: SetUpPage, code: str) -> StepForm:
    form = page.rows[code].form
    assert isinstance(form, StepForm)
    return form


def open_steps(page: SetUpPage) -> list[str]:
    return [code for code, row in page.rows.items() if row.is_open]


def turn_off(office: Office) -> None:
    services, session = office.till.program.services, office.till.session
    off = FeatureSettings(Feature.CLIENTELING, FeatureState.OFF)
    opened = services.headquarters.item(session, "features", off.key)
    services.headquarters.save(session, "features", off, opened, confirmed=True)


def feature(office: Office) -> FeatureState:
    found = office.till.program.services.headquarters.configuration(office.till.session).all(FeatureSettings)
    return found[Feature.CLIENTELING.value].state


def test_the_first_step_that_is_missing_stands_open_and_is_done_in_place(office: Office) -> None:
    turn_off(office)
    page = office.go(SetUpPage, "set_up")
    assert open_steps(page) == ["feature"]
    assert "off" in form_of(page, "feature").missing.text()
    before = page.count.text()
    form_of(page, "feature").button.click()
    assert feature(office) is FeatureState.ENABLED
    assert open_steps(page) != ["feature"]
    assert page.count.text() != before
    assert page.rows["feature"].note.text() == "on"


def test_a_step_that_is_done_opens_by_change_and_leads_to_its_page(office: Office) -> None:
    page = office.go(SetUpPage, "set_up")
    assert "attributes" not in open_steps(page)
    page.rows["attributes"].change.click()
    assert open_steps(page) == ["attributes"]
    form_of(page, "attributes").more.click()
    assert office.workspace.key == "attributes"


def test_what_cannot_be_done_says_why_in_its_step(office: Office) -> None:
    page = office.go(SetUpPage, "set_up")
    page.rows["attributes"].change.click()
    form = form_of(page, "attributes")
    assert isinstance(form, AttributesForm)
    for chip in form.chips.values():
        chip.setChecked(False)
    form.button.click()
    assert form.error.text()
    assert open_steps(page) == ["attributes"]
