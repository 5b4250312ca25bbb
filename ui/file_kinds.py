"""What kind of file an original is, in the words of whoever has saved one. Imports translation."""

from casefile.translation import N_, tr

_KINDS = {
    "text/html": N_("web page"),
    "text/plain": N_("plain text"),
    "text/markdown": N_("Markdown text"),
    "multipart/related": N_("web page (MHTML)"),
    "application/x-webarchive": N_("web page (Safari)"),
    "application/pdf": N_("PDF"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": N_("Word document"),
    "application/vnd.oasis.opendocument.text": N_("OpenDocument text"),
    "application/rtf": N_("RTF document"),
    "message/rfc822": N_("mail"),
    "application/vnd.ms-outlook": N_("Outlook message"),
    "application/zip": N_("ZIP archive"),
    "application/x-mswinurl": N_("link to a page"),
    "text/csv": N_("CSV table"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": N_("Excel workbook"),
    "application/x-research-info-systems": N_("RIS reference"),
    "application/x-bibtex": N_("BibTeX reference"),
    "application/vnd.citationstyles.csl+json": N_("CSL reference"),
    "image/png": N_("PNG picture"),
    "image/jpeg": N_("JPEG picture"),
    "image/gif": N_("GIF picture"),
    "image/webp": N_("WebP picture"),
    "image/tiff": N_("TIFF picture"),
    "image/bmp": N_("BMP picture"),
    "image/heif": N_("HEIF picture"),
}
"""By media type, as a store names it."""


def file_kind(media_type: str) -> str:
    """The kind in the person's language; the media type itself where it is not known here."""
    return tr(_KINDS[media_type]) if media_type in _KINDS else media_type
