"""Exporting from the book, and from customer details."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from clienteling.services.exporting import Form
from clienteling.ui.pos.book.page import MyBookPage
from clienteling.ui.pos.customer.page import CustomerPage
from clienteling.ui.pos.export import ExportActions, named
from clienteling.ui.widgets.label import Label
from tests.support.till import OpenTill
from tests.ui.pos.conftest import SignIn


@pytest.fixture
def till(sign_in: SignIn) -> OpenTill:
    return sign_in("001")


def choose(monkeypatch: pytest.MonkeyPatch, file: Path | None, kind: str) -> list[str]:
    """Answer the dialog with a file and the kind that begins so; what it proposed."""
    proposed: list[str] = []

    def answer(_parent: object, _title: str, start: str, kinds: str) -> tuple[str, str]:
        proposed.append(Path(start).name)
        return (str(file) if file else "", next(k for k in kinds.split(";;") if k.startswith(kind)))

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return proposed


def test_the_selection_of_a_book_goes_into_a_table(
    till: OpenTill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = till.show(MyBookPage)
    assert isinstance(page, MyBookPage)
    proposed = choose(monkeypatch, tmp_path / "mine.csv", "Table")
    page.cards.select_all()
    page.commands.export()
    assert proposed == ["customers"]
    assert len((tmp_path / "mine.csv").read_text(encoding="utf-8").splitlines()) == 11
    assert till.toast.text == "10 customers exported to mine.csv"
    assert till.errors == []


def test_a_customer_goes_onto_a_card(till: OpenTill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    customer_id = till.program.company.customers["C-0002"]
    page = till.show(CustomerPage, "customer", customer_id)
    assert isinstance(page, CustomerPage)
    proposed = choose(monkeypatch, tmp_path / "card", "vCard 3.0")
    page.column.strip.export_asked.emit()
    assert proposed == ["Eva Smith-Jones"]
    assert "VERSION:3.0" in (tmp_path / "card.vcf").read_text(encoding="utf-8")
    assert till.toast.text == "1 customer exported to card.vcf"


def test_who_changes_their_mind_exports_nothing(
    till: OpenTill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, None, "Table")
    ExportActions(till.till, till.window).ask([1])
    assert list(tmp_path.glob("*.csv")) == []


def test_a_folder_that_is_not_there_is_said(till: OpenTill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, tmp_path / "nowhere" / "a.csv", "Table")
    ids = [till.program.company.customers["C-0002"]]
    ExportActions(till.till, till.window).ask(ids, "../Eva: Öz?")
    assert not (tmp_path / "nowhere").exists()
    words = [label.text() for label in till.window.content.findChildren(Label)]
    assert any(text.startswith("The file a.csv cannot be written") for text in words)


@pytest.mark.parametrize(
    ("name", "chosen", "written"),
    [
        ("out", Form.CSV, ("out.csv", Form.CSV)),
        ("out.vcf", Form.CSV, ("out.vcf", Form.VCARD_4)),
        ("out.vcf", Form.VCARD_3, ("out.vcf", Form.VCARD_3)),
        ("out.CSV", Form.VCARD_4, ("out.CSV", Form.CSV)),
        ("out.txt", Form.CSV, ("out.txt", Form.CSV)),
    ],
)
def test_the_ending_says_what_is_written(name: str, chosen: Form, written: tuple[str, Form]) -> None:
    assert named(Path(name), chosen) == (Path(written[0]), written[1])
