"""The texts of the program as files for translators: `./dev translations`.

Texts are read from Python's own syntax tree: Qt's lupdate loses texts of Python that are asked for with a
number, or takes them for texts without. Qt's lrelease compiles.

The command line answers in English only, so what it alone says is left out.
"""

import ast
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "clienteling"
TRANSLATIONS = ROOT / "resources" / "translations"

_MARKED = "Problem"  # the context under which the interface looks up what `mark` marks
_PLACEHOLDER = re.compile(r"\{\w*\}|%L?n|%\d")


class Text(NamedTuple):
    """A text as Qt looks it up; `counted` says that it is asked for with a number."""

    context: str
    source: str
    comment: str
    counted: bool


class NotTranslatable(Exception):
    """Calls whose text would never be found, one a line."""


def extract(package: Path) -> tuple[Text, ...]:
    """The texts of a package, sorted. Raises `NotTranslatable`."""
    texts: set[Text] = set()
    faults: list[str] = []
    for file in sorted(package.rglob("*.py")):
        if package / "cli" in file.parents:
            continue
        for node, found in _texts(ast.parse(file.read_text(encoding="utf-8"))):
            if found is None:
                faults.append(f"{file.relative_to(package)}:{node.lineno}: {ast.unparse(node)}")
            else:
                texts.add(found)
    uses = Counter((text.context, text.source, text.comment) for text in texts)
    faults += [f"with a number and without: {use[1]}" for use, count in uses.items() if count > 1]
    if faults:
        raise NotTranslatable("\n".join(faults))
    return tuple(sorted(texts))


def catalogue(texts: tuple[Text, ...], known: Path) -> str:
    """The file of translations with these texts; those that `known` translates keep their translation."""
    old = ElementTree.parse(known).getroot()  # noqa: S314  # a file of our own
    translations = {text: message.find("translation") for text, message in _messages(old)}
    new = Element("TS", old.attrib)
    contexts: dict[str, Element] = {}
    for text in texts:
        if text.context not in contexts:
            contexts[text.context] = SubElement(new, "context")
            SubElement(contexts[text.context], "name").text = text.context
        message = SubElement(contexts[text.context], "message", {"numerus": "yes"} if text.counted else {})
        SubElement(message, "source").text = text.source
        if text.comment:
            SubElement(message, "comment").text = text.comment
        translation = translations.get(text)
        message.append(Element("translation", {"type": "unfinished"}) if translation is None else translation)
    ElementTree.indent(new, "    ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{ElementTree.tostring(new, "unicode")}\n'


def faults(file: Path) -> Iterator[str]:
    """What is wrong with a file of translations: plurals without a form, and placeholders that differ."""
    messages = tuple(_messages(ElementTree.parse(file).getroot()))  # noqa: S314  # a file of our own
    most = max((len(message.findall("translation/numerusform")) for _, message in messages), default=0)
    for text, message in messages:
        forms = [form.text or "" for form in message.findall("translation/numerusform")]
        if text.counted and (len(forms) < max(most, 1) or not all(forms)):
            yield f"{file.name}: {text.context}: a plural form is missing: {text.source}"
        if not text.counted:
            forms = [message.findtext("translation", "")]
        wanted = sorted(_PLACEHOLDER.findall(text.source))
        for form in forms:
            if form and sorted(_PLACEHOLDER.findall(form)) != wanted:
                yield f"{file.name}: {text.context}: placeholders differ: {form}"


def release(file: Path) -> None:
    """Compile a file of translations, beside it: whole or not at all, for a running program may have it open."""
    program = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    if program is None:
        raise FileNotFoundError("pyside6-lrelease")
    fresh = file.with_suffix(".qm.new")
    subprocess.run([program, "-silent", file, "-qm", fresh], check=True)  # noqa: S603
    fresh.replace(file.with_suffix(".qm"))


def main(folder: Path = TRANSLATIONS) -> None:
    """Bring all languages in the folder up to date; what a person has to write is said."""
    try:
        texts = extract(PACKAGE)
    except NotTranslatable as error:
        sys.exit(f"Texts must be literals in a call:\n{error}")
    files = sorted(folder.glob("clienteling_*.ts"))
    for file in files:
        file.write_text(catalogue(texts, file), encoding="utf-8", newline="\n")
        release(file)
    sys.exit("\n".join(fault for file in files for fault in faults(file)) or 0)


def _messages(catalogue: Element) -> Iterator[tuple[Text, Element]]:
    for context in catalogue.iter("context"):
        for message in context.iter("message"):
            source, comment = message.findtext("source", ""), message.findtext("comment", "")
            yield (
                Text(context.findtext("name", ""), source, comment, message.get("numerus") == "yes"),
                message,
            )


def _texts(tree: ast.Module) -> Iterator[tuple[ast.expr, Text | None]]:
    """Calls and what they look up; None for what cannot be looked up."""
    marks = _knows_mark(tree)
    understood: set[ast.expr] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            understood.update(_named_translate(node))
        elif isinstance(node, ast.Call):
            understood.add(node.func)
            if _is_translate(node.func):
                if not _is_of_a_problem(node):
                    yield node, _translated(node)
            elif marks and isinstance(node.func, ast.Name) and node.func.id == "mark":
                source = _literal(node.args[0]) if len(node.args) == 1 and not node.keywords else None
                yield node, Text(_MARKED, source, "", False) if source else None
            elif isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                yield node, None
        elif isinstance(node, ast.expr) and _is_translate(node) and node not in understood:
            yield node, None


def _translated(call: ast.Call) -> Text | None:
    if call.keywords or not 2 <= len(call.args) <= 4:
        return None
    context, source = _literal(call.args[0]), _literal(call.args[1])
    comment = _literal(call.args[2]) if len(call.args) > 2 else ""
    if not context or not source or comment is None:
        return None
    return Text(context, source, comment, counted=len(call.args) > 3)


def _is_translate(node: ast.expr) -> bool:
    """Whether this is `QCoreApplication.translate`, or `translate`, the name we give it."""
    if isinstance(node, ast.Attribute):
        return node.attr == "translate" and ast.unparse(node.value) == "QCoreApplication"
    return isinstance(node, ast.Name) and node.id == "translate" and isinstance(node.ctx, ast.Load)


def _is_of_a_problem(call: ast.Call) -> bool:
    """Whether this looks up what was marked elsewhere."""
    context, *rest = call.args
    return _literal(context) == _MARKED and len(rest) == 1 and isinstance(rest[0], (ast.Name, ast.Attribute, ast.Call))


def _named_translate(assignment: ast.Assign) -> Iterator[ast.expr]:
    """`translate` in `translate = QCoreApplication.translate`, alone or in a tuple."""
    for target in assignment.targets:
        values = [assignment.value]
        names = [target]
        if isinstance(target, ast.Tuple) and isinstance(assignment.value, ast.Tuple):
            names, values = target.elts, assignment.value.elts
        for name, value in zip(names, values, strict=False):
            if isinstance(name, ast.Name) and name.id == "translate":
                yield value


def _knows_mark(tree: ast.Module) -> bool:
    return any(
        (isinstance(node, ast.FunctionDef) and node.name == "mark")
        or (isinstance(node, ast.ImportFrom) and "mark" in {name.name for name in node.names})
        for node in tree.body
    )


def _literal(node: ast.expr) -> str | None:
    """The text of a literal; "" for None."""
    if isinstance(node, ast.Constant) and (node.value is None or isinstance(node.value, str)):
        return node.value or ""
    return None


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
