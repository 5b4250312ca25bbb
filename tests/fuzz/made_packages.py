"""Packages of XML made for the fuzzing: in each, whatever its reader looks at, once."""

from tests.fuzz.containers import members_of, zip_of_members
from tests.reading.made_documents import docx_of, odt_of, paragraph, zip_of

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_CELLS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Country</t></is></c><c r="B1" t="inlineStr"><is><t>Date</t>'
    '</is></c><c r="C1" t="inlineStr"><is><t>Fine</t></is></c></row><row r="2"><c r="A2" t="s"><v>0</v></c>'
    '<c r="B2" s="1"><v>45719</v></c><c r="C2"><f>1+1</f><v>2500000</v></c></row>'
)


def made_docx(words: str) -> bytes:
    """A Word document."""
    row = f"<w:tr><w:tc>{paragraph('2024')}</w:tc><w:tc>{paragraph('€1m')}</w:tc></w:tr>"
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Lumen fined</w:t></w:r></w:p>'
        f"{paragraph(words)}{paragraph('hidden', '<w:vanish/>')}<w:tbl>{row}</w:tbl><w:p><w:del><w:r>"
        "<w:delText>out</w:delText></w:r></w:del><w:ins><w:r><w:t>in</w:t></w:r></w:ins><w:r>"
        '<w:footnoteReference w:id="2"/></w:r><w:r><w:br/><w:tab/><w:sym/></w:r><w:r><w:pict><w:txbxContent>'
        f"{paragraph('Box')}</w:txbxContent></w:pict></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/><w:t>code</w:t><w:fldChar w:fldCharType="separate"/></w:r>'
        "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>"
        f"</w:p>{paragraph(words)}"
    )
    return _timeless(
        docx_of(
            body,
            footnotes=f'<w:footnotes><w:footnote w:id="2">{paragraph("A note.")}</w:footnote></w:footnotes>',
            styles='<w:styles><w:style w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr>'
            '<w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>',
        )
    )


def made_odt(words: str) -> bytes:
    """An OpenDocument text."""
    body = (
        f'<text:h text:outline-level="1">Lumen fined</text:h><text:p text:style-name="P1">{words}<text:note>'
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body>"
        '</text:note><text:s text:c="3"/><text:tab/><text:line-break/></text:p><text:list><text:list-item>'
        "<text:p>One</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell>"
        "<text:p>2024</text:p></table:table-cell><table:table-cell><text:p>€1m</text:p></table:table-cell>"
        "</table:table-row></table:table><draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box>"
        f"</draw:frame><text:p>{words}</text:p>"
    )
    style = '<style:style style:name="P1"><style:text-properties text:display="true"/></style:style>'
    return _timeless(odt_of(body, styles=style))


def made_workbook() -> bytes:
    """An Excel workbook of one sheet with text, a date and a formula."""
    return _timeless(
        zip_of(
            {
                "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
                f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET}.sheet.main+xml"/>'
                f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_SHEET}.sharedStrings+xml"/>'
                "</Types>",
                "_rels/.rels": _relations(("xl/workbook.xml", "officeDocument")),
                "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><sheets>'
                '<sheet name="Fines" sheetId="1" r:id="r1"/></sheets></workbook>',
                "xl/_rels/workbook.xml.rels": _relations(
                    ("worksheets/sheet1.xml", "worksheet"),
                    ("sharedStrings.xml", "sharedStrings"),
                    ("styles.xml", "styles"),
                ),
                "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{_CELLS}</sheetData>'
                "</worksheet>",
                "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}" count="1"><si><t>FR</t></si></sst>',
                "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
                "</cellXfs></styleSheet>",
            }
        )
    )


def _relations(*targets: tuple[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="r{number}" Target="{target}" Type="{_RELATED}/{kind}"/>'
        for number, (target, kind) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _timeless(content: bytes) -> bytes:
    """The package without the time of its making, so that a seed gives the same files every day."""
    return zip_of_members(members_of(content))
