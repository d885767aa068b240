"""The scenes of relationship intelligence."""

from clienteling.ui.pos.customer.head import View as Tab
from clienteling.ui.pos.customer.page import CustomerPage
from clienteling.ui.pos.customer.relationship.known_box import Look
from clienteling.ui.tour.stage import Script, Stage

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
