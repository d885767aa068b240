"""The scenes of account engagement."""

from datetime import timedelta
from pathlib import Path

from clienteling.domain.configuration.screens import LayoutAssignment, ScreenLayout
from clienteling.domain.layout import DEFAULT, Size, Subject, Widget
from clienteling.services.books import View
from clienteling.services.demo.interactions import COLLEAGUES, DOMAIN, interactions
from clienteling.services.services import Services
from clienteling.ui.headquarters.engagement.page import KEY as PAGE
from clienteling.ui.headquarters.engagement.page import RESULTS, TABLE, WIZARD, EngagementPage
from clienteling.ui.headquarters.workspace import KEY, HeadquartersPage
from clienteling.ui.pos.customer.head import View as Tab
from clienteling.ui.pos.customer.page import CustomerPage
from clienteling.ui.tour.stage import Script, Stage

_CUSTOMERS, _WEEKS = 90, 11
_SEED = 7


def engagement_scenes(stage: Stage, home: Path) -> Script:
    """Nothing set up, the wizard step by step, results of some weeks, the whole table, dialogs, a customer."""
    stage.program.window.go(KEY, (PAGE, None))
    yield from stage.show("engagement-not-set-up")
    yield from _wizard(stage)
    page = _page(stage)
    yield from stage.show("engagement-saved")
    _run_weekly(stage, home)
    stage.program.window.go(KEY, (PAGE, None))
    yield from stage.show("engagement-list")
    stage.program.window.go(KEY, (PAGE, (RESULTS, _key(stage))))
    yield from stage.show("engagement-results")
    bar = page.results.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    yield from stage.show("engagement-runs")
    bar.setValue(0)
    for command, name in ((page.results.segment, "segments"), (page.results.measure, "measure")):
        command.click()
        yield from stage.show(f"engagement-{name}")
        if page.dialog is not None:
            page.dialog.close_now()
    stage.program.window.go(KEY, (PAGE, (TABLE, _key(stage))))
    yield from stage.show("engagement-table")
    yield from _customer(stage)


def _wizard(stage: Stage) -> Script:
    stage.program.window.go(KEY, (PAGE, (WIZARD, None)))
    wizard = _page(stage).wizard
    yield from stage.show("engagement-overview")
    wizard.overview.files.click()
    wizard.go_on()
    wizard.addresses.entry.set_text("linda")
    wizard.go_on()
    yield from stage.show("engagement-addresses-wrong")
    wizard.addresses.entry.set_text(" ".join(COLLEAGUES))
    wizard.addresses.add.click()
    wizard.addresses.agreement.tick.click()
    yield from stage.show("engagement-addresses")
    wizard.leave.click()
    yield stage.settled
    stage.program.window.go(KEY, (PAGE, (WIZARD, None)))
    yield from stage.show("engagement-begun")
    wizard.offer.primary_button.click()
    yield stage.settled
    wizard.go_on()
    yield from stage.show("engagement-data")
    wizard.go_on()
    wizard.mapping.address.click()
    wizard.mapping.own.set_text(DOMAIN)
    yield from stage.show("engagement-mapping")
    wizard.go_on()
    wizard.review.in_place.click()
    yield from stage.show("engagement-review")
    wizard.go_on()
    yield stage.settled


def _run_weekly(stage: Stage, home: Path) -> None:
    """Consent was given weeks ago, and it has run since then."""
    services, session, now = stage.till.services, stage.till.session, stage.till.now()
    begun = now - timedelta(weeks=_WEEKS)
    weeks_ago = Services(services.database, lambda: begun, home)
    found = services.books.first_page(session, View.STORE, _CUSTOMERS)
    emails = [services.customers.profile(session, card.customer_id).customer.emails for card in found]
    addresses = [of[0].address for of in emails if of]
    file = home / "interactions.csv"
    file.write_text(interactions(_SEED, addresses, now), encoding="utf-8")
    engagement, key = weeks_ago.engagement, _key(stage)
    services.engagement.interactions.take_files(session, [file])
    engagement.enrichments.withdraw_consent(session, key)
    engagement.enrichments.grant_consent(session, key)
    for week in range(_WEEKS + 1):
        engagement.runs.run(session, key, now=begun + timedelta(weeks=week, hours=6.5 if week < _WEEKS else -1))


def _customer(stage: Stage) -> Script:
    """The most engaged customer, with all widgets that a layout can place."""
    _give_widgets(stage)
    page = _page(stage)
    table = page.table.table
    number = table.rows[0][0] if table is not None and table.rows else ""
    found = stage.till.services.search.find(stage.till.session, str(number)).hits
    if not found:
        return
    stage.program.window.go("customer", found[0].customer_id)
    yield stage.settled
    customer = stage.program.window.page("customer")
    if isinstance(customer, CustomerPage):
        customer.head.tabs.set_value(Tab.ENGAGEMENT)
        customer.head.tabs.changed.emit(Tab.ENGAGEMENT)
        yield from stage.show("customer-engagement")
        customer.head.tabs.set_value(Tab.TIMELINE)
        customer.head.tabs.changed.emit(Tab.TIMELINE)


def _give_widgets(stage: Stage) -> None:
    session, headquarters = stage.till.session, stage.till.services.headquarters
    layout = ScreenLayout("office", "Office", DEFAULT.grids[Size.FULL], widgets=tuple(Widget))
    given = LayoutAssignment(Subject.WORKER, session.worker.personnel_number, layout.code)
    headquarters.save(session, "screen_layouts", layout, confirmed=True)
    headquarters.save(session, "layout_assignments", given, confirmed=True)


def _page(stage: Stage) -> EngagementPage:
    headquarters = stage.program.window.page(KEY)
    page = headquarters.page(PAGE) if isinstance(headquarters, HeadquartersPage) else None
    if not isinstance(page, EngagementPage):
        raise TypeError(PAGE)
    return page


def _key(stage: Stage) -> int:
    return stage.till.services.engagement.enrichments.find(stage.till.session, None).id
