"""Where the shipped files are: inside the installed package, or beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def asset(*parts: str) -> Path:
    """Return the path of a shipped file, e.g. `asset("icons", "app.svg")`."""
    return _shipped("assets").joinpath(*parts)


def document(name: str) -> Path:
    """Return the path of a page of documentation that the app itself shows, e.g. `document("science.md")`."""
    return _shipped("docs") / name


def _shipped(folder: str) -> Path:
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder
