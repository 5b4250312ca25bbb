"""RTF: the text as printed and the file's properties. Imports the ground and reading.

Pictures, embedded objects, field codes, hidden and deleted words are passed over; nothing in the file is run.
"""

from casefile.reading.composing import composed
from casefile.reading.errors import DamagedFileError
from casefile.reading.model import Reading
from casefile.reading.readers import RawFile
from casefile.reading.rtf_body import Interpreter
from casefile.reading.rtf_tokens import tokens

READER = "rtf/1"
_DEEPEST = 2000
_CUT_NOTE = "The file is cut off: the end of the document is missing."


def read_rtf_file(raw: RawFile) -> Reading:
    """The text of an RTF document.

    :class:`DamagedFileError` where its groups nest deeper than any program writes them,
    :class:`EmptyFileError` where no word is shown, :class:`TooLargeError` over 20 million characters.
    """
    interpreter = Interpreter()
    for token in tokens(raw.content):
        interpreter.take(token)
        if interpreter.depth > _DEEPEST:
            raise DamagedFileError(raw.name, "an RTF document")
    notes = (_CUT_NOTE,) if interpreter.depth > 1 else ()
    return Reading(composed(interpreter.pieces(), interpreter.properties(), raw, READER, notes))
