"""Section *Appearance*: theme, text size, motion and language."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from habitcoach.coaching.preferences import REDUCE_MOTION, TEXT_SIZE, THEME, TextSize, ThemeChoice
from habitcoach.texts.language import FOLLOW_SYSTEM, LANGUAGE_SETTING, tr
from habitcoach.ui.look import Look
from habitcoach.ui.settings.bound import Bound
from habitcoach.ui.settings.controls import ChoiceField, SwitchField
from habitcoach.ui.settings.row import Row
from habitcoach.ui.settings.section import Section
from habitcoach.ui.widgets.segments import Segments


def appearance_section(look: Look, bound: Bound, languages: Sequence[str]) -> Section:
    """Build the section; `languages` are the codes of those there is a choice between."""
    themes = [
        (ThemeChoice.SYSTEM.value, tr("System")),
        (ThemeChoice.LIGHT.value, tr("Light")),
        (ThemeChoice.DARK.value, tr("Dark")),
    ]
    theme = Segments(look, "theme", tr("Theme"), themes)
    sizes = [
        (TextSize.SMALL.value, tr("Small")),
        (TextSize.NORMAL.value, tr("Normal")),
        (TextSize.LARGE.value, tr("Large")),
    ]
    size = Segments(look, "text_size", tr("Text size"), sizes)
    motion = SwitchField(look, "reduce_motion", tr("Reduce motion"))
    bound.bind(THEME, theme)
    bound.bind(TEXT_SIZE, size)
    bound.bind(REDUCE_MOTION, motion)
    still = tr("The reward shows at once, without the closing link.")
    rows = [
        Row(look, "row_theme", tr("Theme"), [theme]),
        Row(look, "row_text_size", tr("Text size"), [size]),
        Row(look, "row_motion", tr("Reduce motion"), [motion], still),
        *_language(look, bound, languages),
    ]
    return Section(look, "appearance", tr("Appearance"), "", rows)


def _language(look: Look, bound: Bound, languages: Sequence[str]) -> list[Row]:
    if len(languages) < 2:
        return []
    # Each language is named in itself: who cannot read the present one must find it.
    words = [(code, QLocale(code).nativeLanguageName() or code) for code in languages]
    field = ChoiceField("language", tr("Language"), [(FOLLOW_SYSTEM, tr("As the system")), *words])
    bound.bind(LANGUAGE_SETTING, field)
    return [Row(look, "row_language", tr("Language"), [field], tr("Holds from the next start on."))]
