"""The texts of the program and their translations; `./dev translations` brings them up to date."""

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QCoreApplication

from clienteling.settings import resources

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "packaging" / "translations.py"
TRANSLATIONS = resources() / "translations"
ENGLISH = TRANSLATIONS / "clienteling_en.ts"

IMPORTS = "from PySide6.QtCore import QCoreApplication\nfrom clienteling.domain.errors import mark\n"
PLAIN = "<message><source>Move {count}</source><translation>Move {number}</translation></message>"
COUNTED = (
    '<message numerus="yes"><source>%n days</source><translation>'
    "<numerusform>%n day</numerusform><numerusform>{}</numerusform></translation></message>"
)


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    """`packaging/translations.py`, which is no part of the program."""
    spec = importlib.util.spec_from_file_location("translations", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def extract(translations: ModuleType, tmp_path: Path) -> Callable[[str], list[tuple[object, ...]]]:
    """The texts of a package of one module with this code."""

    def extract(code: str) -> list[tuple[object, ...]]:
        (tmp_path / "module.py").write_text(IMPORTS + code, encoding="utf-8")
        return [tuple(text) for text in translations.extract(tmp_path)]

    return extract


@pytest.fixture
def faults(translations: ModuleType, tmp_path: Path) -> Callable[[str], list[str]]:
    """What is wrong with a file of translations that holds these messages."""

    def faults(messages: str) -> list[str]:
        file = tmp_path / "clienteling_en.ts"
        file.write_text(f'<TS language="en"><context><name>Dates</name>{messages}</context></TS>')
        return list(translations.faults(file))

    return faults


def counted() -> list[tuple[str, str, str, str]]:
    """Context, source, singular and plural of each text with a number, in English."""
    found = []
    for context in ElementTree.parse(ENGLISH).getroot().iter("context"):
        for message in context.iterfind("message[@numerus='yes']"):
            forms = [form.text or "" for form in message.iter("numerusform")]
            found.append((context.findtext("name", ""), message.findtext("source", ""), forms[0], forms[-1]))
    return found


def test_translations_are_up_to_date_with_the_program(tmp_path: Path) -> None:
    folder = shutil.copytree(TRANSLATIONS, tmp_path / "translations")

    run = subprocess.run([sys.executable, SCRIPT, folder], capture_output=True, text=True, check=False)

    assert (run.returncode, run.stderr) == (0, "")
    for made in sorted(folder.iterdir()):
        assert made.read_bytes() == (TRANSLATIONS / made.name).read_bytes(), f"run ./dev translations: {made.name}"


@pytest.mark.usefixtures("qapp")
def test_every_text_with_a_number_reads_right_for_one_and_for_many() -> None:
    texts = counted()
    assert texts
    for context, source, one, many in texts:
        for number, form in ((0, many), (1, one), (2, many), (186, many)):
            shown = QCoreApplication.translate(context, source, None, number)
            assert shown == form.replace("%n", str(number))
            assert "(s)" not in shown


def test_no_text_without_a_number_leaves_the_plural_open() -> None:
    messages = [*ElementTree.parse(ENGLISH).getroot().iter("message")]
    plain = [message.findtext("source", "") for message in messages if message.get("numerus") is None]
    assert plain
    assert [text for text in plain if "(s)" in text] == []


@pytest.mark.usefixtures("qapp")
def test_customers_are_counted_in_words() -> None:
    shown = [QCoreApplication.translate("AuditPage", "%n customer(s)", None, count) for count in (0, 1, 186)]
    assert shown == ["0 customers", "1 customer", "186 customers"]


def test_a_wheel_carries_the_compiled_translations(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    with ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        carried = wheel.read("clienteling/resources/translations/clienteling_en.qm")
    assert carried == ENGLISH.with_suffix(".qm").read_bytes()


def test_texts_are_found_with_what_they_are_looked_up_by(
    extract: Callable[[str], list[tuple[object, ...]]],
) -> None:
    code = (
        'translate, number = QCoreApplication.translate, str\ntranslate("B", "%n days", None, days.left)\n'
        'QCoreApplication.translate("A", "May", "month")\nraise Invalid("x", mark("Part " "and part"))\n'
        'translate("Problem", problem.title)\ntranslate("A", "May", "month")\n'
    )
    assert extract(code) == [
        ("A", "May", "month", False),
        ("B", "%n days", "", True),
        ("Problem", "Part and part", "", False),
    ]


@pytest.mark.parametrize(
    "code",
    [
        'QCoreApplication.translate("A", f"{name} moved")',
        'QCoreApplication.translate("A", "moved " + name)',
        'QCoreApplication.translate("A", text)',
        "QCoreApplication.translate(context, 'May')",
        'QCoreApplication.translate("Problem", f"{name} moved")',
        'QCoreApplication.translate("A", "May", comment)',
        'QCoreApplication.translate("A", "May", disambiguation="month")',
        'partial(QCoreApplication.translate, "A", "May")',
        'words = QCoreApplication.translate\nwords("A", "May")',
        'self.tr("May")',
        'mark(f"{name} moved")',
    ],
)
def test_a_text_that_would_never_be_found_is_refused(
    extract: Callable[[str], list[tuple[object, ...]]], code: str
) -> None:
    with pytest.raises(Exception, match=r"module\.py:[34]: "):
        extract(code)


def test_a_text_is_looked_up_with_a_number_everywhere_or_nowhere(
    extract: Callable[[str], list[tuple[object, ...]]],
) -> None:
    with pytest.raises(Exception, match="with a number and without: %n days"):
        extract('QCoreApplication.translate("A", "%n days")\nQCoreApplication.translate("A", "%n days", "", 3)\n')


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        (PLAIN, ["clienteling_en.ts: Dates: placeholders differ: Move {number}"]),
        (COUNTED.format("days"), ["clienteling_en.ts: Dates: placeholders differ: days"]),
        (COUNTED.format(""), ["clienteling_en.ts: Dates: a plural form is missing: %n days"]),
        (COUNTED.format("%n days"), []),
    ],
)
def test_what_a_translator_missed_is_said(faults: Callable[[str], list[str]], messages: str, said: list[str]) -> None:
    assert faults(messages) == said


def test_a_text_keeps_its_translation_and_one_that_is_gone_takes_it_along(
    translations: ModuleType, tmp_path: Path
) -> None:
    file = tmp_path / "clienteling_en.ts"
    gone = "<message><source>Gone</source><translation>Lost</translation></message>"
    kept = "<message><source>Here</source><translation>Kept</translation></message>"
    file.write_text(f'<TS language="en"><context><name>A</name>{gone}{kept}</context></TS>')

    text = translations.catalogue((translations.Text("A", "Here", "", False),), file)

    messages = ElementTree.fromstring(text).findall("context/message")
    assert [(message.findtext("source"), message.findtext("translation")) for message in messages] == [("Here", "Kept")]
