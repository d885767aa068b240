"""The scenes of follow-ups."""

from clienteling.ui.pos.follow_ups.page import FollowUpsPage, Which
from clienteling.ui.tour.stage import Script, Stage


def follow_up_scenes(stage: Stage) -> Script:
    """What an associate has to do, and what rules propose."""
    stage.till.tasks.changed.emit(stage.till.services.follow_up_rules.generate(anew=True))
    stage.program.window.go("follow_ups")
    page = stage.program.window.page("follow_ups")
    if not isinstance(page, FollowUpsPage):
        raise TypeError("follow_ups")
    yield from stage.show("follow-ups")
    page.acts.add(())
    dialog = page.acts.dialog()
    dialog.save_button.click()
    yield from stage.show("follow-up-new")
    dialog.close_now()
    page.which.set_value(Which.STORE)
    page.which.changed.emit(Which.STORE)
    yield from stage.show("follow-ups-of-the-store")
    page.which.set_value(Which.MINE)
    page.which.changed.emit(Which.MINE)
    yield stage.settled
    first = page.list.rows[0]
    page.list.acted.emit(first, "done")
    yield from stage.show("follow-up-done-with-undo")
    page.which.set_value(Which.DONE)
    page.which.changed.emit(Which.DONE)
    yield from stage.show("follow-ups-done")
    page.which.set_value(Which.MINE)
    page.which.changed.emit(Which.MINE)
    yield stage.settled
