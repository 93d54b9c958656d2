"""Which part of Qt may be imported where: what is finer than a package, import-linter cannot see."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

_PACKAGE = Path(__file__).parents[2] / "habitcoach"

# Outside the windows only what an event loop needs.
_LOOP = {"PySide6.QtCore", "PySide6.QtNetwork", "PySide6.QtDBus"}
_WINDOWS = ("ui", "app")


def qt_modules(source: str) -> Iterator[str]:
    """Yield every part of Qt that a source imports, in any form."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "PySide6":
            names = [f"PySide6.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] == "PySide6")


@pytest.mark.parametrize(
    "line",
    ["import PySide6.QtWidgets", "from PySide6 import QtWidgets", "from PySide6.QtWidgets import QLabel"],
)
def test_every_form_of_import_is_seen(line: str) -> None:
    assert list(qt_modules(f"def later():\n    {line}\n")) == ["PySide6.QtWidgets"]


def test_only_windows_import_widgets() -> None:
    strays = [
        f"{file.relative_to(_PACKAGE)}: {module}"
        for file in sorted(_PACKAGE.rglob("*.py"))
        if file.relative_to(_PACKAGE).parts[0].removesuffix(".py") not in _WINDOWS
        for module in qt_modules(file.read_text("utf-8"))
        if module not in _LOOP
    ]
    assert not strays
