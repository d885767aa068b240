"""A company from nothing: its first legal entity, store and till, and the administrator who sets up the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimeZone, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clienteling.domain.configuration.configuration import InvalidConfiguration
from clienteling.domain.configuration.people import Worker
from clienteling.domain.configuration.retailer import LegalEntity, Register, Store
from clienteling.domain.errors import Invalid, Problem
from clienteling.services.headquarters.set_up_steps import NewCompany, first_company
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.theme import PAGE_PADDING, SPACE_4
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.choices import country_choices, currency_choices, language_choices, time_zone_choices
from clienteling.ui.widgets.form import Form
from clienteling.ui.widgets.form_fields import ChoiceInput, FormField, Heading, SecretInput, TextInput
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.page_head import PageHead

_WIDTH = 760
_PARTS = {
    "legal_entities": "entity",
    "stores": "store",
    "registers": "register",
    "workers": "worker",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody has typed, ready to be made."""

    company: NewCompany
    password: str


class CompanyPage(QWidget):
    """`asked` gives the company to be made; `back_asked` leads to where one came from."""

    asked = Signal(object)
    back_asked = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.back = Button(translate("CompanyPage", "Back"), icon="arrow-left")
        self.make = Button(translate("CompanyPage", "Make the company"), kind=Kind.PRIMARY)
        self.banner = Banner(weight=Weight.DANGER, icon="circle-alert")
        self.banner.hide()
        self.form = Form(_fields(), QLocale("en"), today)
        self.form.set_values(_beginning())
        self._lay_out()
        self.back.clicked.connect(self.back_asked)
        self.make.clicked.connect(self._ask)
        self.setFocusProxy(self.form.control("entity.name").control)

    def _lay_out(self) -> None:
        translate = QCoreApplication.translate
        box = Box()
        box.setMaximumWidth(_WIDTH)
        inner = QVBoxLayout(box)
        inner.setContentsMargins(24, 20, 24, 24)
        inner.setSpacing(SPACE_4)
        sentence = translate("CompanyPage", "What a till needs before anybody can sign in. It can be changed later.")
        inner.addWidget(Label(sentence, tone=Tone.MUTED, wrap=True))
        inner.addWidget(self.banner)
        inner.addWidget(self.form)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(4, 4, 4, PAGE_PADDING)
        row.addStretch(1)
        row.addWidget(box, 1000, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, 0)
        column.setSpacing(0)
        column.addWidget(PageHead(translate("CompanyPage", "Set up a company"), self.back, self.make))
        column.addWidget(area, 1)

    def say_busy(self, busy: bool) -> None:
        self.make.setEnabled(not busy)

    def refuse(self, error: Problem) -> None:
        """Say what stands in the way, at the fields where it can be mended. What was typed stays."""
        self.say_busy(False)
        if isinstance(error, InvalidConfiguration):
            problems = {f"{_PARTS.get(f.section, '')}.{f.field}": problem_message(f.problem) for f in error.findings}
        elif isinstance(error, Invalid):
            problems = {error.field: problem_message(error)}
        else:
            problems = {"": f"{problem_title(error)}: {problem_message(error)}"}
        homeless = self.form.show_errors(problems)
        said = " ".join(problems[name] for name in homeless)
        self.banner.say(QCoreApplication.translate("CompanyPage", "This does not work yet."), said, "")
        self.banner.setVisible(bool(said))

    def _ask(self) -> None:
        values = self.form.read()
        if values is None:
            return
        errors = {
            name: QCoreApplication.translate("CompanyPage", "Please fill this in.")
            for name in _NEEDED
            if not values[name]
        }
        if values["password"] != values["password again"]:
            errors["password again"] = QCoreApplication.translate("CompanyPage", "The two passwords are not the same.")
        if errors:
            self.form.show_errors(errors)
            return
        self.say_busy(True)
        self.banner.hide()
        self.asked.emit(Asked(_company(values), values["password"]))


_NEEDED = (
    "entity.name",
    "entity.code",
    "entity.country",
    "entity.currency",
    "store.name",
    "store.code",
    "register.number",
    "worker.name",
    "worker.personnel_number",
    "password",
)


def _company(values: Mapping[str, Any]) -> NewCompany:
    entity = LegalEntity(*(str(values[f"entity.{name}"]) for name in ("code", "name", "currency", "country")))
    zone = str(values["store.time_zone"] or "UTC")
    store = Store(values["store.code"], values["store.name"], entity.code, values["store.city"], entity.country, zone)
    register = Register(store.code, values["register.number"], values["register.name"])
    language = str(values["worker.language"] or "en")
    worker = Worker(values["worker.personnel_number"], values["worker.name"], "", "", language)
    return first_company(entity, store, register, worker)


def _fields() -> tuple[FormField | Heading, ...]:
    translate = QCoreApplication.translate
    optional = translate("CompanyPage", "(optional)")
    return (
        Heading(translate("CompanyPage", "Legal entity"), translate("CompanyPage", "The company that sells.")),
        TextInput("entity.name", translate("CompanyPage", "Name of the company"), half=True),
        TextInput("entity.code", translate("CompanyPage", "Company code"), placeholder="USMF", half=True),
        ChoiceInput("entity.country", translate("CompanyPage", "Country"), country_choices(""), half=True),
        ChoiceInput("entity.currency", translate("CompanyPage", "Currency"), currency_choices(), half=True),
        Heading(translate("CompanyPage", "First store")),
        TextInput("store.name", translate("CompanyPage", "Name of the store"), half=True),
        TextInput("store.code", translate("CompanyPage", "Store number"), half=True),
        TextInput("store.city", translate("CompanyPage", "City"), note=optional, half=True),
        ChoiceInput("store.time_zone", translate("CompanyPage", "Time zone"), time_zone_choices(), half=True),
        TextInput("register.number", translate("CompanyPage", "Till number"), half=True),
        TextInput("register.name", translate("CompanyPage", "Name of the till"), half=True),
        Heading(
            translate("CompanyPage", "Administrator"),
            translate("CompanyPage", "Signs in at this till and decides all the rest."),
        ),
        TextInput("worker.name", translate("CompanyPage", "Your name"), half=True),
        TextInput("worker.personnel_number", translate("CompanyPage", "Worker ID"), half=True),
        ChoiceInput("worker.language", translate("CompanyPage", "Language"), language_choices()[1:], half=True),
        SecretInput("password", translate("CompanyPage", "Password")),
        SecretInput("password again", translate("CompanyPage", "Password again")),
    )  # fmt: skip


def _beginning() -> dict[str, Any]:
    """What this machine suggests."""
    here = QLocale.system()
    currency = here.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
    zone = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    known = {choice.key for choice in time_zone_choices()}
    country = QLocale.territoryToCode(here.territory())
    return {
        "entity.country": country if country in {choice.key for choice in country_choices("")} else "",
        "entity.currency": currency if currency in {choice.key for choice in currency_choices()} else None,
        "store.time_zone": zone if zone in known else None,
        "store.code": "S01",
        "register.number": "1",
        "register.name": QCoreApplication.translate("CompanyPage", "Till 1"),
        "worker.personnel_number": "001",
        "worker.language": "en",
    }
