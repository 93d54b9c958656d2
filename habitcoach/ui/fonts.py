"""The bundled typefaces: Inter for the interface, Vollkorn for the agent's own words."""

import logging

from PySide6.QtGui import QFontDatabase

from habitcoach.assets import asset

_log = logging.getLogger(__name__)

BUNDLED = (
    "Inter-Regular.otf",
    "Inter-Medium.otf",
    "Inter-SemiBold.otf",
    "Vollkorn-Regular.ttf",
    "Vollkorn-Medium.ttf",
    "Vollkorn-SemiBold.ttf",
)


def load_fonts() -> tuple[str, ...]:
    """Load the bundled fonts into this process and return the families they brought.

    A font that does not load is logged; the tokens name system fonts to fall back on.
    """
    families: list[str] = []
    for name in BUNDLED:
        number = QFontDatabase.addApplicationFont(str(asset("fonts", name)))
        if number < 0:
            _log.warning("the font %s could not be loaded", name)
            continue
        families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))
