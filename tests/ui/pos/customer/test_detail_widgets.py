"""The widgets that a screen layout puts into the profile of a customer."""

from clienteling.domain.configuration.screens import LayoutAssignment, ScreenLayout
from clienteling.domain.layout import DEFAULT, Size, Subject, Widget
from tests.ui.pos.customer.conftest import Counter


def give(counter: Counter, *widgets: Widget) -> None:
    """A layout with these widgets for the worker."""
    session, headquarters = counter.program.session("009"), counter.program.services.headquarters
    layout = ScreenLayout("salon", "Salon", DEFAULT.grids[Size.FULL], widgets=widgets)
    headquarters.save(session, "screen_layouts", layout, confirmed=True)
    given = LayoutAssignment(Subject.WORKER, "001", "salon")
    headquarters.save(session, "layout_assignments", given, confirmed=True)


def test_the_profile_has_what_the_layout_of_the_worker_places_there(counter: Counter) -> None:
    session = counter.program.session("009")
    counter.program.services.relationships.choices.enable(session, session.legal_entity, licence=True)
    page = counter.open(counter.customer("C-0004"))
    assert page.column.widgets.isHidden()  # the layout that is built in has none
    give(counter, Widget.HEALTH, Widget.ENGAGEMENT)
    page.activate(counter.customer("C-0004"))
    texts = page.column.widgets.texts
    assert texts[0] == "Relationship health"
    assert any(text.startswith("As of") for text in texts)
    assert "Account engagement" in texts
    assert "Who knows whom" not in texts
