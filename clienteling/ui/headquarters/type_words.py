"""What the types of attributes are called."""

from PySide6.QtCore import QCoreApplication

from clienteling.domain.attribute import AttributeType


def type_words(kind: AttributeType) -> str:
    translate = QCoreApplication.translate
    return {
        AttributeType.CURRENCY: translate("Nouns", "Currency"),
        AttributeType.DATE_TIME: translate("Nouns", "Date and time"),
        AttributeType.DECIMAL: translate("Nouns", "Decimal"),
        AttributeType.INTEGER: translate("Nouns", "Integer"),
        AttributeType.TEXT: translate("Nouns", "Text"),
        AttributeType.BOOLEAN: translate("Nouns", "Yes or no"),
        AttributeType.REFERENCE: translate("Nouns", "Reference"),
    }[kind]
