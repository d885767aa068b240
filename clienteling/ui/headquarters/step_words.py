"""What was chosen in a step that is done, in one line."""

from PySide6.QtCore import QCoreApplication

from clienteling.domain.configuration.company import ActivityType, CommerceParameters, FeatureSettings, NumberSequence
from clienteling.domain.configuration.properties import Attribute
from clienteling.domain.configuration.steps import CARRYING, Step
from clienteling.domain.feature import OPERATIONS, FeatureState
from clienteling.ui.formats import Formats
from clienteling.ui.headquarters.noun import Known


def chosen_words(step: Step, known: Known, formats: Formats) -> str:
    """on · CB-###### · 8 attributes, 6 can be refined."""
    translate = QCoreApplication.translate
    match step.code:
        case "feature":
            return _feature(known, formats)
        case "number_sequence":
            codes = {p.client_book_identifier for p in known.items(CommerceParameters)}
            forms = [s.format for s in known.items(NumberSequence) if s.code in codes]
            return formats.joined(dict.fromkeys(forms))
        case "attributes":
            attributes = known.items(Attribute)
            refined = sum(attribute.can_be_refined for attribute in attributes)
            words = translate("SetUp", "%n attribute(s), {refined} can be refined", "", len(attributes))
            return words.format(refined=formats.number(refined))
        case "client_book_group":
            names = [p.client_book_attribute_group for p in known.items(CommerceParameters)]
            return formats.joined(f"“{name}”" for name in dict.fromkeys(names) if name)
        case "activity_types":
            return formats.joined(dict.fromkeys(kind.name for kind in known.items(ActivityType)))
        case "buttons":
            return translate("SetUp", "operations {numbers}").format(numbers="712, 713")
        case "permissions":
            numbers = ", ".join(str(int(operation)) for operation in OPERATIONS)
            return translate("SetUp", "operations {numbers}").format(numbers=numbers)
        case "distribution":
            return translate("SetUp", "jobs {numbers}").format(numbers=", ".join(str(int(job)) for job in CARRYING))
    return ""


def _feature(known: Known, formats: Formats) -> str:
    translate = QCoreApplication.translate
    settings = known.items(FeatureSettings)
    if settings and settings[0].state is FeatureState.SCHEDULED and settings[0].starts is not None:
        return translate("SetUp", "starts on {day}").format(day=formats.day(settings[0].starts, settings[0].starts))
    return translate("SetUp", "on")
