"""A line that offers known things while somebody types; the answers may come later. Knows no store."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from shiboken6 import isValid

from ui.dialogs.form_fields import Lookup, Suggestion


class SuggestLine(QLineEdit):
    """Free text; :attr:`key` tells whether it is one of the things that were offered."""

    answered = Signal()
    """It is known what completes the text as it stands."""

    def __init__(self, text: str, key: str, lookup: Lookup, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._lookup = lookup
        self._known = {text: Suggestion(text, key)} if text else {}
        self._answered_for = ""
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.textEdited.connect(self._ask)

    @property
    def key(self) -> str:
        """The key of the thing whose name stands in the line, "" for words of one's own."""
        known = self._known.get(self.text().strip())
        return known.key if known is not None else ""

    @property
    def offered(self) -> Sequence[str]:
        """What is offered for the text as it stands."""
        return self._offered.stringList()

    @property
    def finds_nothing(self) -> bool:
        """Whether it was asked what completes the text as it stands, and there is nothing."""
        return bool(self.text().strip()) and self._answered_for == self.text() and not self.offered

    def _ask(self, text: str) -> None:
        def take(found: Sequence[Suggestion]) -> None:
            if isValid(self) and self.text() == text:
                self._answered_for = text
                self._offer(found)
                self.answered.emit()

        self._lookup(text, take)

    def _offer(self, found: Sequence[Suggestion]) -> None:
        for suggestion in found:
            self._known.setdefault(suggestion.text, suggestion)
        texts = list(dict.fromkeys(suggestion.text for suggestion in found))
        if texts == self.offered:
            return
        self._offered.setStringList(texts)
        if texts and self.hasFocus() and texts != [self.text()]:
            self.completer().complete()
