"""Puts the window into the person's language, Qt's own words with it. Imports translation."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from casefile.translation import ENGLISH, choose_language, use_language


def speak(app: QApplication, wish: str) -> str:
    """From now on the window speaks the language of the wish; gives back its code.

    To be called before anything is shown: what is made before keeps its words. ``wish`` is a setting:
    a language's code, or the one of the system.
    """
    code = choose_language(wish, QLocale.system().uiLanguages())
    use_language(code)
    if code != ENGLISH:
        # Dates, figures and the keys' names of Qt's own widgets follow too.
        QLocale.setDefault(QLocale(code))
        translator = QTranslator(app)
        if translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(translator)
    return code
