"""The scenes of the links to the clouds."""

from clienteling.ui.tour.stage import Script, Stage

_PAGES = {
    "key_vault": "key-vault",
    "insights": "customer-insights",
    "entra": "entra-id",
    "cloud_diagnostics": "cloud-diagnostics",
}


def cloud_scenes(stage: Stage) -> Script:
    """What an administrator sees before anything is entered."""
    for key, name in _PAGES.items():
        stage.program.window.go("headquarters", (key, None))
        yield from stage.show(name)
