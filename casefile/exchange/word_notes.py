"""Foot notes of a word processor (ISO/IEC 29500-1, 17.11), which python-docx has no names for.

A note is numbered by the word processor, in the order of the marks; a mark that is set again is a field that
says the number of the first.
"""

from typing import TYPE_CHECKING, Any

from casefile.exchange.word_parts import element, run_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_RULES = (("separator", "-1"), ("continuationSeparator", "0"))
"""What stands above the notes, each as a note of its own."""


class FootNotes:
    """The notes of one document; ``style_id`` is that of their paragraphs."""

    def __init__(self, document: "Document", style_id: str) -> None:
        self._document = document
        self._style_id = style_id
        self._marked: set[int] = set()
        self._notes = element("w:footnotes")
        for kind, number in _RULES:
            paragraph, run = element("w:p"), element("w:r")
            run.append(element(f"w:{kind}"))
            paragraph.append(run)
            note = element("w:footnote", type=kind, id=number)
            note.append(paragraph)
            self._notes.append(note)

    def mark(self, paragraph: "Paragraph", number: int, bookmark: int) -> bool:
        """Marks the note; gives back whether it is the first mark, which takes the bookmark's number."""
        name, raised = f"note_{number}", element("w:vertAlign", val="superscript")
        if number in self._marked:
            field = element("w:fldSimple", instr=f" NOTEREF {name} \\f \\h ")
            field.append(run_of(str(number), [raised]))
            paragraph._p.append(field)
            return False
        self._marked.add(number)
        run, looks = element("w:r"), element("w:rPr")
        looks.append(raised)
        run.extend((looks, element("w:footnoteReference", id=str(number))))
        ends = (element("w:bookmarkStart", id=str(bookmark), name=name), run,
                element("w:bookmarkEnd", id=str(bookmark)))  # fmt: skip
        paragraph._p.extend(ends)
        return True

    def add(self, number: int) -> "Paragraph":
        """The paragraph of the note, with its number, for its words."""
        from docx.text.paragraph import Paragraph

        note, content = element("w:footnote", id=str(number)), element("w:p")
        content.style = self._style_id
        looks, run, gap = element("w:rPr"), element("w:r"), element("w:r")
        looks.append(element("w:vertAlign", val="superscript"))
        run.extend((looks, element("w:footnoteRef")))
        gap.append(element("w:tab"))
        content.extend((run, gap))
        note.append(content)
        self._notes.append(note)
        return Paragraph(content, self._document._body)

    def finish(self) -> None:
        """Puts the notes into the document, once all are there."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart

        package: Any = self._document.part.package
        part = XmlPart(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, self._notes, package)
        self._document.part.relate_to(part, _RELATION)
        told = element("w:footnotePr")
        told.extend(element("w:footnote", id=number) for _, number in _RULES)
        settings = self._document.settings.element
        (compat,) = settings.xpath("w:compat")
        compat.addprevious(told)
