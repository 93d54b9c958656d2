"""The catalogues of translations: `assets/translations/<language>/LC_MESSAGES/habitcoach.po` and `.mo`.

    .venv/bin/python scripts/catalogue.py update     # bring every .po in step with the source, then compile
    .venv/bin/python scripts/catalogue.py compile    # write the .mo of every .po
    .venv/bin/python scripts/catalogue.py missing    # list what has no translation yet

Both files are committed: the app reads the `.mo`, and only who translates needs Babel.
"""

import ast
import io
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from habitcoach.library import TEXTS

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "habitcoach"
LIBRARY = ROOT / "assets" / "templates.toml"
TRANSLATIONS = ROOT / "assets" / "translations"
NAME = "habitcoach"
WIDTH = 110
#: What Babel writes into the head of a catalogue and git tells better.
_UNSTEADY = tuple(
    f'"{name}:'.encode()
    for name in (
        *("Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date"),
        *("Last-Translator", "Language-Team", "Generated-By"),
    )
)
_HEADER = "# The texts of HabitCoach. Words to keep to: docs/translating.md.\n"

#: How many of its arguments are texts.
_TEXTS = {"tr": 1, "ntr": 2}


@dataclass(frozen=True, slots=True)
class Text:
    """One text: one form, or one and many."""

    forms: tuple[str, ...]
    file: str
    line: int


class CannotFollowError(Exception):
    """A call of `tr` whose text is not in sight."""


def texts() -> list[Text]:
    """Return every text of the source and of the library, by file and line. Raises CannotFollowError."""
    said = [
        text
        for file in sorted(SOURCE.rglob("*.py"))
        if file.name != "language.py"
        for text in texts_in(file.read_text("utf-8"), file.relative_to(ROOT).as_posix())
    ]
    return said + list(_texts_of_library())


def _texts_of_library() -> Iterator[Text]:
    rows = tomllib.loads(LIBRARY.read_text("utf-8"))["template"]
    for place, row in enumerate(rows):
        for name in TEXTS:
            yield Text((row[name],), LIBRARY.relative_to(ROOT).as_posix(), place)


def texts_in(source: str, file: str) -> Iterator[Text]:
    """Yield the texts of one module: those in a call, and those of the table that a call looks into."""
    tree = ast.parse(source)
    _put_in_place(tree)
    tables = _tables(tree)
    called: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _TEXTS:
            called.add(id(node.func))
            yield from _of_call(node, node.func.id, tables, file)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in _TEXTS and id(node) not in called:
            raise CannotFollowError(f"{file}:{node.lineno}: {node.id} is handed on; call it with its text")


def _put_in_place(tree: ast.Module) -> None:
    """Put a long text that was given a name on the lines before a call into the call itself."""
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        named: dict[str, ast.Constant] = {}
        for node in sorted(_placed(function), key=lambda one: (one.lineno, one.col_offset)):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
                    named[node.targets[0].id] = node.value
                else:
                    named.pop(node.targets[0].id, None)
            elif isinstance(node, ast.Call):
                node.args = [
                    named.get(one.id, one) if isinstance(one, ast.Name) else one for one in node.args
                ]


def _placed(function: ast.FunctionDef) -> list[ast.Assign | ast.Call]:
    return [node for node in ast.walk(function) if isinstance(node, ast.Assign | ast.Call)]


def _tables(tree: ast.Module) -> dict[str, ast.expr]:
    """Return what each name of the module or of a class in it was made as."""
    found: dict[str, ast.expr] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            found[node.target.id] = node.value
    return found


def _of_call(call: ast.Call, name: str, tables: dict[str, ast.expr], file: str) -> Iterator[Text]:
    given = call.args[: _TEXTS[name]]
    if all(isinstance(one, ast.Constant) for one in given):
        yield Text(tuple(str(ast.literal_eval(one)) for one in given), file, call.lineno)
        return
    table = tables.get(_table_name(given[0])) if name == "tr" else None
    found = () if table is None else tuple(_strings(table))
    if not found:
        raise CannotFollowError(f"{file}:{call.lineno}: give the text itself, or a table of this module")
    for one in found:
        yield Text((str(one.value),), file, one.lineno)


def _table_name(given: ast.expr) -> str:
    if isinstance(given, ast.Subscript) and isinstance(given.value, ast.Name):
        return given.value.id
    return ""


def _strings(table: ast.expr) -> Iterator[ast.Constant]:
    """Yield the texts of a table: the values of a dictionary, the members of a list."""
    if isinstance(table, ast.Constant):
        if isinstance(table.value, str):
            yield table
    elif isinstance(table, ast.Dict):
        for value in table.values:
            yield from _strings(value)
    elif isinstance(table, ast.Tuple | ast.List):
        for member in table.elts:
            yield from _strings(member)
    elif isinstance(table, ast.Call):
        for argument in table.args:
            yield from _strings(argument)


def template(found: Iterable[Text]) -> Catalog:
    """Return a catalogue of these texts without translations."""
    made = Catalog(charset="utf-8")
    for text in found:
        made.add(text.forms if len(text.forms) > 1 else text.forms[0], locations=[(text.file, text.line)])
    return made


def po_files() -> list[Path]:
    """Return the catalogues there are."""
    return sorted(TRANSLATIONS.glob(f"*/LC_MESSAGES/{NAME}.po"))


def read(po: Path) -> Catalog:
    """Read one catalogue."""
    with po.open("rb") as file:
        return read_po(file, locale=po.parents[1].name)


def po_bytes(catalogue: Catalog) -> bytes:
    """Write a catalogue as it is committed."""
    catalogue.header_comment = _HEADER.rstrip()
    catalogue.fuzzy = False
    out = io.BytesIO()
    write_po(out, catalogue, width=WIDTH, include_lineno=False, sort_by_file=True)
    lines = out.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_UNSTEADY))


def mo_bytes(catalogue: Catalog) -> bytes:
    """Compile a catalogue."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def in_step(po: Path, found: Iterable[Text]) -> Catalog:
    """Return a catalogue brought in step with the source; a changed text is marked to be looked at again."""
    catalogue = read(po)
    catalogue.update(template(found))
    for text in list(catalogue.obsolete):
        del catalogue.obsolete[text]
    return catalogue


def missing(catalogue: Catalog) -> list[Message]:
    """Return what has no translation, or one to be looked at again."""
    return [one for one in catalogue if one.id and (one.fuzzy or not _whole(one))]


def _whole(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def main(arguments: list[str]) -> int:
    """Do what the command says."""
    command = arguments[0] if len(arguments) == 1 else ""
    if command not in {"update", "compile", "missing"}:
        print(__doc__)
        return 2
    found = texts()
    for po in po_files():
        if command == "update":
            po.write_bytes(po_bytes(in_step(po, found)))
        catalogue = in_step(po, found) if command == "missing" else read(po)
        if command == "missing":
            for one in missing(catalogue):
                print(one.id)
        else:
            po.with_suffix(".mo").write_bytes(mo_bytes(catalogue))
        print(f"{po.parents[1].name}: {len(catalogue)} texts, {len(missing(catalogue))} to translate")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
