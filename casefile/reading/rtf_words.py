"""What RTF's control words stand for (RTF 1.9.1). Imports nothing of ours."""

SIGNS = {
    "tab": " ",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "~": "\u00a0",
    "_": "\u2011",
}
PARAGRAPH_ENDS = frozenset({"par", "sect", "page", "column"})

SILENT = frozenset(
    {
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "fldinst", "shprslt", "nonshppict",
        "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "annotation",
        "listtext", "pntext", "xe", "tc", "txe", "rxe", "bkmkstart", "bkmkend", "nonesttables", "upr",
        "shpinst", "do", "filetbl", "listtable", "revtbl", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc",
        "template", "operator",
    }
)  # fmt: skip
"""Destinations whose own words are not part of the text."""
CONTAINERS = frozenset({"shpinst", "do", "object", "upr"})
"""Those of them that may hold one of the next."""
SPOKEN = frozenset({"shptxt", "dptxbxtext", "result", "ud", "footnote"})
"""Destinations whose words are part of the text where what is around their container is."""
BOXES = frozenset({"shptxt", "dptxbxtext"})

CODE_PAGES = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""By the character set of a font (``fcharset``)."""
