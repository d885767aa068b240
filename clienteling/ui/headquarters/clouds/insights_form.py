"""What is entered for Customer Insights: environment, column and measures are chosen from what the service lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from clienteling.domain.cloud_state import InsightsParameters, SecretEntry
from clienteling.domain.insights import MOST_MEASURES, Environment, InsightMeasure
from clienteling.ui.till import Till
from clienteling.ui.widgets.form import Form
from clienteling.ui.widgets.form_fields import ChoiceInput, FormField, TextInput
from clienteling.ui.widgets.select import Choice

_MEASURES = tuple(f"measure_{number}" for number in range(1, MOST_MEASURES + 1))
PLACES = {
    "insights_application_id": "application_id",
    "insights_secret_name": "secret",
    "insights_environments": "environment",
    "insights_alternate_id": "alternate_id",
    "insights_measures": "measure_1",
    "measures": "measure_1",
}
"""The fields where problems of the service belong."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What the service lists."""

    environments: tuple[Environment, ...] = ()
    alternate_ids: tuple[str, ...] = ()
    measures: tuple[InsightMeasure, ...] = ()


class InsightsForm(Form):
    """The fields of Customer Insights parameters."""

    def __init__(self, till: Till) -> None:
        super().__init__(_fields(), till.formats.locale, till.formats.today(till.now()))
        self.set_values({})

    def show_parameters(self, given: InsightsParameters, secrets: Iterable[SecretEntry]) -> None:
        """Show what is stored, unless somebody has typed something else."""
        self.set_choices("secret", [Choice(e.name, f"{e.name} · {e.reference}") for e in secrets])
        if self.is_dirty:
            return
        measures = (*given.measures, *[None] * MOST_MEASURES)[:MOST_MEASURES]
        self.set_values(
            {
                "application_id": given.application_id,
                "secret": given.secret or None,
                "environment": given.environment or None,
                "alternate_id": given.alternate_id or None,
                **dict(zip(_MEASURES, measures, strict=True)),
            }
        )

    def show_listed(self, listed: Listed) -> None:
        """What there is to choose from. Measures that a card cannot show are left out."""
        self.set_choices("environment", [Choice(e.id, f"{e.name} · {_short(e.id)}") for e in listed.environments])
        self.set_choices("alternate_id", [Choice(name, name) for name in listed.alternate_ids])
        nothing = Choice(None, QCoreApplication.translate("Insights", "None"))
        measures = [Choice(m.name, m.title) for m in listed.measures if m.is_usable]
        for name in _MEASURES:
            self.set_choices(name, [nothing, *measures])

    def entered(self) -> Mapping[str, Any] | None:
        """What stands in it, as the service takes it; None if something cannot be read."""
        values = self.read()
        if values is None:
            return None
        return {
            "application_id": values["application_id"],
            "secret": values["secret"] or "",
            "environments": [values["environment"]] if values["environment"] else [],
            "alternate_id": values["alternate_id"] or "",
            "measures": [values[name] for name in _MEASURES if values[name]],
        }


def _fields() -> tuple[FormField, ...]:
    translate = QCoreApplication.translate
    numbers = [
        ChoiceInput(name, translate("Insights", "Measure {number}").format(number=number))
        for number, name in enumerate(_MEASURES, 1)
    ]
    return (
        TextInput("application_id", translate("Insights", "Application ID")),
        ChoiceInput("secret", translate("Insights", "Secret name")),
        ChoiceInput("environment", translate("Insights", "Environment instance ID")),
        ChoiceInput("alternate_id", translate("Insights", "Alternate customer ID")),
        *numbers,
    )


def _short(key: str) -> str:
    return key if len(key) <= 12 else f"{key[:4]}…{key[-4:]}"
