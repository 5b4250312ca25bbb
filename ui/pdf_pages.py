"""A PDF in memory as pictures of its pages. Safe to use from several threads: PDFium itself is not."""

from threading import Lock

import pypdfium2
from PySide6.QtGui import QImage

_PDFIUM = Lock()


class PdfPages:
    """The pages of a PDF; ``sizes`` in points."""

    def __init__(self, content: bytes) -> None:
        with _PDFIUM:
            self._document = pypdfium2.PdfDocument(content)
            self._is_closed = False
            # Asked of the document: a page that is opened for it takes a hundred times as long.
            self.sizes = tuple(map(self._document.get_page_size, range(len(self._document))))

    def image(self, page: int, width: int) -> QImage:
        """The page (from 0) as wide as that in pixels; a null picture once the pages were closed."""
        with _PDFIUM:
            if self._is_closed:
                return QImage()
            scale = width / self.sizes[page][0]
            bitmap = self._document[page].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            form, size = QImage.Format.Format_RGBX8888, (bitmap.width, bitmap.height)
            # The picture's bytes have to outlive PDFium's, of which nothing else is a copy.
            return QImage(memoryview(bitmap.buffer).cast("B"), *size, bitmap.stride, form).copy()

    def close(self) -> None:
        """Gives the memory back; waits for a picture or another document that is being read."""
        with _PDFIUM:
            self._is_closed = True
            self._document.close()
