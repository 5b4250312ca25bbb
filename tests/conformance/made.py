"""The briefs that are judged: every part, nothing, too much, both papers; and a drawing with a figure."""

from dataclasses import replace

from casefile.briefs.composition import (
    ALL_PARTS,
    BriefPart,
    BriefSection,
    CitationStyle,
    NotePlace,
    PageSize,
)
from casefile.briefs.fences import isolated
from casefile.briefs.model import Brief, BriefEvent, ComparedAuthority, Statement
from casefile.briefs.pdf import Attachment, render_pdf, styles
from casefile.briefs.pdf.canvas import RunningLines, draw_document
from casefile.briefs.pdf.fonts import FontBook
from casefile.briefs.pdf.lines import TextSpan
from casefile.briefs.pdf.metadata import Metadata
from casefile.briefs.pdf.pages import fill_pages
from casefile.briefs.pdf.setting import WHOLE, Setting
from casefile.briefs.pdf.strips import Box, Strip, paragraph
from casefile.briefs.pdf.styles import PAGE_FRAMES
from casefile.briefs.pdf.tags import Role
from casefile.progress import SILENT
from casefile.values import PartialDate
from tests.briefs.conftest import AS_OF, euros, make_brief
from tests.briefs.eight_scripts import brief_in_eight_scripts

CLAIMS = Attachment("casefile.json", b'{"claims": []}', "application/json", "The claims of this brief")
HOSTILE = "<b>&amp;\"'</b> (\\) \x00\ud800\ufffe\u202e %PDF \U00013000 \U0001f600 ]]> <?xpacket?> Ωμέγα Жук"


def many(count: int, page_size: PageSize = PageSize.A4) -> Brief:
    """The sample with its actions, quotes, events and conflicts ``count`` times, each with its number."""
    sample = make_brief(page_size=page_size)
    return replace(
        sample,
        actions=tuple(
            replace(action, title=f"{action.title} ({number})")
            for number in range(count)
            for action in sample.actions
        ),
        conflicts=tuple(
            replace(conflict, subject=f"{conflict.subject} ({number})")
            for number in range(count)
            for conflict in sample.conflicts
        ),
        quotes=tuple(
            replace(quote, text=f"{number}: {quote.text}")
            for number in range(count)
            for quote in sample.quotes
        ),
        events=tuple(
            replace(event, what=f"{number}: {event.what}")
            for number in range(count)
            for event in sample.events
        ),
    )


def _hostile() -> Brief:
    sample = make_brief(
        title=HOSTILE[:30], author=HOSTILE, subtitle=HOSTILE, marking=HOSTILE[:30], language="x;)"
    )
    quote = replace(sample.quotes[0], text=HOSTILE, speaker=HOSTILE, language="(de")
    sources = (
        replace(sample.sources[0], url="https://a.example/" + "(" * 300 + ")", language="zz zz"),
        *sample.sources[1:],
    )
    return replace(sample, quotes=(quote,), events=(BriefEvent(None, HOSTILE),), sources=sources)


def _long_quote() -> Brief:
    sample = make_brief()
    text = " ".join(f"word{number}" for number in range(6_000))
    return replace(sample, quotes=(replace(sample.quotes[0], text=text),))


def _with_own_words() -> Brief:
    """Links in words, in a heading and in a list, one over several lines; a name that runs the other way."""
    text = (
        f"# Of [the register](https://a.example/r)\n\nSee [{'many words ' * 20}](https://a.example/b), "
        "https://c.example/d and mailto:info@a.example.\n\n- **[bold](https://a.example/e)** [אב](https://a.example/f)"
    )
    sample = make_brief()
    told = Statement(f"{isolated('אבג 24')}: fine of €5,000 ({isolated('דה')}, 3 March).")
    authority = ComparedAuthority(
        "Commission", 2, ("Fine (2)",), (euros(30_500_000), euros(1)), PartialDate("2025"),
        sample.actions[0].facts[0].citations,
    )  # fmt: skip
    own = (BriefSection(BriefPart.TEXT, "Mine", text), BriefSection(BriefPart.COMPARISON))
    return replace(
        sample,
        summary=(told, *sample.summary),
        authorities=(authority, replace(authority, name="Agency")),
        sections=(*own, *ALL_PARTS),
    )


def briefs() -> dict[str, Brief]:
    """Each brief by what it stands for."""
    return {
        "every part, A4": make_brief(),
        "every part, Letter": make_brief(page_size=PageSize.LETTER),
        "nothing to report": Brief("Nothing yet", AS_OF),
        "no title": Brief("", AS_OF, language=""),
        "a long quote over pages": _long_quote(),
        "hostile text": _hostile(),
        "sixty actions, A4": many(20),
        "sixty actions, Letter": many(20, PageSize.LETTER),
        "hundreds of pages": many(120),
        "forty actions in eight scripts, A4": brief_in_eight_scripts(),
        "eight scripts, Letter": brief_in_eight_scripts(8, PageSize.LETTER),
        "notes at the foot": replace(make_brief(), note_place=NotePlace.FOOT),
        "sixty actions, notes at the foot": replace(many(20), note_place=NotePlace.FOOT),
        "in German": replace(make_brief(), language="de"),
        "own words with links, authorities compared": _with_own_words(),
        "sources cited in a style": replace(make_brief(), citation_style=CitationStyle.CHICAGO),
    }


def rendered(brief: Brief) -> bytes:
    """The brief as it is exported, with its claims attached."""
    return render_pdf(brief, SILENT, [CLAIMS])


def with_figure() -> bytes:
    """A document with a figure drawn from boxes and a run of text that stands for another, over pages."""
    fonts = FontBook()
    setting = Setting.of(Brief("Figures", AS_OF), fonts)
    figure = setting.within.child(Role.FIGURE, alternate="Two bars: 30.5 million euros and 14 million euros")
    reversed_run = setting.within.child(Role.PARAGRAPH).child(
        Role.SPAN, language="en-GB", actual_text="hello world"
    )
    bars = tuple(Box(x, 10, 40, height, styles.ACCENT, figure) for x, height in ((0, 60), (60, 28)))
    strips = [
        *setting.balanced("Figures", styles.TITLE, role=Role.H1),
        *setting.heading("What they paid", "paid"),
        *setting.text("The fines as bars.", column=WHOLE),
        Strip(80, boxes=bars, tags=(figure,)),
        *paragraph([TextSpan("dlrow olleh", styles.BODY)], WHOLE, fonts, tag=reversed_run),
        *setting.text([TextSpan("Words and words " * 900, styles.BODY)], column=WHOLE),
    ]
    frame = PAGE_FRAMES[PageSize.A4]
    metadata = Metadata("Figures", "", "", "", "en", AS_OF)
    pages = fill_pages(strips, frame.body_height)
    return draw_document(pages, frame, metadata, RunningLines("Figures", "", "Foot"), fonts, SILENT)
