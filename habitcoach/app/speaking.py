"""The language of the running app: texts, dates and figures, Qt's own words, and the direction of writing."""

from collections.abc import Mapping

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from habitcoach.texts.language import choose
from habitcoach.texts.wall_time import write_times
from habitcoach.ui.format import time_text

_QT_TEXTS = "qt_texts"


def speak(application: QApplication, setting: str | None, environment: Mapping[str, str]) -> None:
    """Speak the language of the setting, None or "system" for that of the environment.

    "Donnerstag" among English texts helps nobody, so dates follow the language; the country of the system
    still decides 12 or 24 hours and the first day of the week.
    """
    locale = locale_for(choose(setting, environment), QLocale.system())
    QLocale.setDefault(locale)
    write_times(lambda wall: time_text(wall, locale))
    application.setLayoutDirection(locale.textDirection())
    _install_qt_texts(application, locale)


def locale_for(code: str, system: QLocale) -> QLocale:
    """Return the locale of a language in the system's country; a system without one has 24 hours."""
    language = QLocale(code).language()
    if system.language() == QLocale.Language.C:
        return QLocale(language, QLocale.Country.Europe)
    return system if language == system.language() else QLocale(language, system.territory())


def _install_qt_texts(application: QApplication, locale: QLocale) -> None:
    """Have Qt's own dialogs speak the language as well, where Qt ships their texts."""
    for old in application.findChildren(QTranslator, _QT_TEXTS):
        application.removeTranslator(old)
        old.deleteLater()
    if locale.language() == QLocale.Language.English:
        return
    texts = QTranslator(application)
    texts.setObjectName(_QT_TEXTS)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if texts.load(locale, "qtbase", "_", folder):
        application.installTranslator(texts)
    else:
        texts.deleteLater()
