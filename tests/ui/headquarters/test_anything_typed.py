"""Odd texts in every field of every form of headquarters: stored and shown exactly, or refused where they stand."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from clienteling.domain.configuration.sections import SECTIONS
from clienteling.ui.headquarters.confirm_dialog import ConfirmDialog
from clienteling.ui.headquarters.section_page import SectionPage
from tests.support.effort import examples
from tests.support.naughty import typed
from tests.ui.headquarters.conftest import Office

texts = typed()


@pytest.mark.parametrize("section", sorted(SECTIONS))
def test_whatever_is_typed_is_stored_and_shown_exactly_or_refused_at_its_field(office: Office, section: str) -> None:
    if section not in office.workspace._specs:
        pytest.skip("it has no form of its own")
    page = office.go(SectionPage, section)

    @settings(max_examples=examples(3), deadline=None, suppress_health_check=list(HealthCheck))
    @given(place=st.integers(0, 99), written=st.lists(st.none() | texts, min_size=1, max_size=12))
    def try_out(place: int, written: list[str | None]) -> None:
        keys = [row.key for row in page.side.rows]
        if keys and (page.noun.section.fixed or place % 2):
            page.side.chosen.emit(keys[place % len(keys)])
        else:
            page.add()
        names = [name for name in page.editor.values() if inputs_of(page, name)]
        for name, text in zip(names, written, strict=False):
            if text is not None:
                write(page, name, text)
        save_and_look(office, page)

    try_out()


def inputs_of(page: SectionPage, name: str) -> list[QLineEdit | QPlainTextEdit]:
    """Where something can be typed into a field now."""
    widget = page.editor.form.control(name).widget
    if widget.isHidden() or not widget.isEnabled():
        return []
    lines: list[QLineEdit | QPlainTextEdit] = []
    lines += widget.findChildren(QLineEdit)
    lines += widget.findChildren(QPlainTextEdit)
    return [line for line in lines if not line.isReadOnly()]


def write(page: SectionPage, name: str, text: str) -> None:
    # In what is shown of a field that makes itself anew as one types, only the first is still there.
    line = inputs_of(page, name)[0]
    if isinstance(line, QLineEdit):
        line.setText(text)
        line.textEdited.emit(line.text())
        line.editingFinished.emit()
    else:
        line.setPlainText(text)


def save_and_look(office: Office, page: SectionPage) -> None:
    shown = page.editor.values()
    page.save()
    for dialog in office.till.window.findChildren(ConfirmDialog):
        if dialog.is_open:
            dialog.go_on.click()
    assert office.till.errors == []
    refused = page.editor.form.errors() or not page.editor.banner.isHidden()
    if refused:
        assert page.editor.values() == shown, "what was typed is still there"
        page.discard()
        return
    assert not page.has_drafts
    stored = office.till.program.services.headquarters.item(office.till.session, page.noun.section.name, str(page.key))
    assert page.editor.read() == stored
