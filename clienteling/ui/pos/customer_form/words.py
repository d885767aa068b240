"""What somebody else has changed, in words."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from clienteling.services.customer_form import Edited
from clienteling.ui.formats import Formats


def edited_words(edited: Edited, formats: Formats) -> str:
    """Jens Holm changed title, phones in the meantime."""
    translate, known = QCoreApplication.translate, changed_names()
    fields = formats.joined(known.get(field, field) for field in edited.fields)
    if not edited.worker:
        return translate("CustomerForm", "In the meantime was changed: {fields}").format(fields=fields)
    words = translate("CustomerForm", "{worker} changed in the meantime: {fields}")
    return words.format(worker=edited.worker, fields=fields)


def clashing_words(names: Collection[str], formats: Formats) -> str:
    """You both changed: title, phones."""
    audited = {"organization": "name", "address": "addresses", "cards": "loyalty_cards", "dates": "important_dates"}
    known = changed_names()
    fields = formats.joined(known.get(audited.get(name, name), name) for name in names)
    return QCoreApplication.translate("CustomerForm", "You both changed: {fields}.").format(fields=fields)


def changed_names() -> dict[str, str]:
    """The fields of a customer as the audit knows them, in the worker's language."""
    translate = QCoreApplication.translate
    return {
        "customer": translate("CustomerForm", "several fields"),
        "kind": translate("CustomerForm", "person or organization"),
        "title": translate("CustomerForm", "title"),
        "first_name": translate("CustomerForm", "first name"),
        "last_name": translate("CustomerForm", "last name"),
        "name": translate("CustomerForm", "name"),
        "language": translate("CustomerForm", "language"),
        "since": translate("CustomerForm", "customer since"),
        "phones": translate("CustomerForm", "phones"),
        "emails": translate("CustomerForm", "e-mails"),
        "addresses": translate("CustomerForm", "address"),
        "loyalty_cards": translate("CustomerForm", "loyalty cards"),
        "important_dates": translate("CustomerForm", "important dates"),
        "consents": translate("CustomerForm", "consent"),
    }
