"""The scenes of relationship intelligence."""

from dataclasses import replace

from PySide6.QtCore import Qt

from clienteling.domain.relationship.interaction import Channel
from clienteling.ui.headquarters.relationship.page import RelationshipPage
from clienteling.ui.headquarters.workspace import KEY, HeadquartersPage
from clienteling.ui.pos.customer.head import View as Tab
from clienteling.ui.pos.customer.page import CustomerPage
from clienteling.ui.pos.customer.relationship.known_box import Look
from clienteling.ui.tour.stage import Script, Stage

PAGE = "relationship"
_DOWN = 420


def customer_relationship_scenes(stage: Stage, page: CustomerPage) -> Script:
    """Health, who knows the customer, the mail for an introduction, figures."""
    page.head.tabs.set_value(Tab.RELATIONSHIP)
    page.head.tabs.changed.emit(Tab.RELATIONSHIP)
    yield from stage.show("customer-relationship")
    tab = page.relationship
    tab.known.look.set_value(Look.LIST)
    tab.known.look.changed.emit(Look.LIST)
    tab.area.verticalScrollBar().setValue(_DOWN)
    yield from stage.show("customer-relationship-figures")
    other = next((row for row in tab.known.rows if row.button.isVisible()), None)
    if other is not None:
        other.button.click()
        yield from stage.show("customer-get-introduced")
        if tab.dialog is not None:
            tab.dialog.close_now()
    page.head.tabs.set_value(Tab.TIMELINE)
    page.head.tabs.changed.emit(Tab.TIMELINE)


def headquarters_relationship_scenes(stage: Stage) -> Script:
    """Not enabled yet, waiting for consent, something changed, options."""
    choices, session = stage.till.services.relationships.choices, stage.till.session
    entity = session.legal_entity
    choices.disable(session, entity)
    stage.program.window.go(KEY, (PAGE, None))
    yield from stage.show("relationship-not-enabled")
    page = _page(stage)
    choices.save(session, entity, replace(choices.overview(session, entity).chosen, location="FI"))
    choices.enable(session, entity)
    page.activate(None)
    yield from stage.show("relationship-waits-for-consent")
    for channel, keys in ((Channel.MEETING, 6), (Channel.TASK, 4)):
        for _ in range(keys):
            stage.press(page.health.sliders[channel], Qt.Key.Key_Up if channel is Channel.MEETING else Qt.Key.Key_Down)
    yield from stage.show("relationship-not-saved")
    page.parts.roles.click()
    yield from stage.show("relationship-roles")
    _close(page)
    page.parts.introduction.click()
    yield from stage.show("relationship-introduction")
    _close(page)
    page.parts.location.click()
    yield from stage.show("relationship-location")
    _close(page)
    page.discard.click()
    yield stage.settled


def _page(stage: Stage) -> RelationshipPage:
    headquarters = stage.program.window.page(KEY)
    page = headquarters.page(PAGE) if isinstance(headquarters, HeadquartersPage) else None
    if not isinstance(page, RelationshipPage):
        raise TypeError(PAGE)
    return page


def _close(page: RelationshipPage) -> None:
    if page.dialog is not None:
        page.dialog.close_now()
