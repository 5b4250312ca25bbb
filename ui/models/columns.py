"""What each list shows of its rows. Imports rows, terms and values; no Qt."""

import re
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar
from unicodedata import bidirectional

from casefile import vocabulary
from casefile.languages import language_name
from casefile.store.brief_rows import DraftRow, FileState
from casefile.store.rows import (
    ActionRow,
    BatchRow,
    Hit,
    LineRow,
    QuoteRow,
    SourceRow,
    TagMark,
    TagRow,
    TimelineRow,
    status_label,
)
from casefile.terms import AmountScale, Outcome, Standing, TimelineKind, label
from casefile.translation import N_, in_sentence, tr
from casefile.values import Money, PartialDate
from ui.counts import count_of
from ui.figures import date_words, figure, sum_words
from ui.figures import moment as moment_words
from ui.models import cells
from ui.models.ids_model import Column
from ui.notices import batch_words
from ui.told import told
from ui.wording import event_words, in_marks, quote_mark

if TYPE_CHECKING:
    from casefile.briefs.exported import ExportStanding
    from casefile.store.groups import Group
    from casefile.store.party_lists import ListedParty, ListedSpeaker
    from casefile.store.trash import TrashRow


DATE_WIDTH = 22
"""What the longest day ("30 September 2025") takes, with its year: its letters are wider than most."""
MOMENT_WIDTH = 29
"""What the longest moment ("30 September 2025, 12:30") takes."""


def date_text(date: PartialDate | None) -> str:
    """The date in words, "" where there is none."""
    return date_words(date) if date else ""


def moment_text(moment: datetime | None) -> str:
    """The moment by the clock of this place, to the minute; "" where there is none.

    Its day is written as every other date is: ``3 September 2024, 14:05``.
    """
    return moment_words(moment) if moment else ""


def amount_text(amount: Money | None, scale: AmountScale | None, per: str = "") -> str:
    """The amount, whether it is owed for each day, and whether its scale is missing."""
    if amount is None:
        return ""
    text = sum_words(amount)
    if per:
        text = tr("{amount} per {period}").format(amount=text, period=told(per))
    return tr("{amount} (scale missing)").format(amount=text) if scale is AmountScale.MISSING else text


def sums_text(group: "Group") -> str:
    """How many actions a group has, and what their amounts add up to in each currency."""
    parts = [count_of(group.count, "action"), *(sum_words(money) for money in group.sums)]
    if group.left_out:
        parts.append(
            tr("{sums} not added (per day, or scale or currency missing)").format(
                sums=count_of(group.left_out, "sum")
            )
        )
    return " · ".join(parts)


def _action_icon(row: ActionRow) -> str:
    return "triangle-alert" if row.has_conflict else ""


def _conflict(row: ActionRow) -> str:
    return tr("sources do not agree") if row.has_conflict else ""


INBOX = (
    Column[SourceRow](
        "Source", lambda row: row.title or row.file_name, icon=lambda _: "file-text", sort="title", least=40
    ),
    Column[SourceRow]("Outlet", lambda row: row.outlet, 28, sort="outlet", least=14, most=44),
    Column[SourceRow]("Published", lambda row: date_text(row.published), DATE_WIDTH, sort="published"),
    Column[SourceRow]("To review", lambda row: f"{row.open_proposals}", 12, number=True, sort="waiting"),
)
_Tagged = TypeVar("_Tagged", SourceRow, ActionRow, QuoteRow, TimelineRow)


def _tags(kind: type[_Tagged]) -> Column[_Tagged]:  # noqa: ARG001  it says of which rows
    return Column(
        "Tags",
        lambda row: ", ".join(tag.name for tag in row.tags),
        14,
        tags=lambda row: row.tags,
        most=30,
        yields=1,  # what is chosen shows its tags below the list
    )


SOURCES = (
    Column[SourceRow](
        "Title",
        lambda row: row.title or row.file_name,
        icon=lambda _: "file-text",
        sort="title",
        least=36,
        edit=cells.SOURCE_TITLE,
    ),
    Column[SourceRow](
        "Outlet", lambda row: row.outlet, 28, sort="outlet", least=11, most=44, edit=cells.SOURCE_OUTLET
    ),
    Column[SourceRow](
        "Published",
        lambda row: date_text(row.published),
        DATE_WIDTH,
        sort="published",
        least=17,
        edit=cells.SOURCE_PUBLISHED,
    ),
    Column[SourceRow](
        "Kind", lambda row: told(label(row.kind)), 24, sort="kind", least=8, most=30, edit=cells.SOURCE_KIND
    ),
    Column[SourceRow](
        "Language",
        lambda row: language_name(row.language),
        14,
        sort="language",
        yields=3,
        edit=cells.SOURCE_LANGUAGE,
    ),
    Column[SourceRow](
        "Copies", lambda row: f"{row.copies}" if row.copies else "", 9, number=True, sort="copies", yields=2
    ),
    _tags(SourceRow),
)
ACTIONS = (
    Column[ActionRow](
        "Respondent", lambda row: "; ".join(row.respondents) or row.title, sort="respondent", least=20
    ),
    Column[ActionRow]("Authority", lambda row: row.authority, 27, sort="authority", least=10, most=48),
    Column[ActionRow](
        "Measure",
        lambda row: told(label(row.kind)),
        13,
        sort="kind",
        least=7,
        yields=3,
        edit=cells.ACTION_KIND,
    ),
    Column[ActionRow](
        "Amount",
        lambda row: amount_text(row.amount, row.scale, row.per),
        26,
        number=True,
        icon=_action_icon,
        note=_conflict,
        sort="amount",
        least=17,
        edit=cells.ACTION_AMOUNT,
    ),
    Column[ActionRow](
        "Status",
        lambda row: told(status_label(row.status)),
        14,
        sort="status",
        least=11,
        edit=cells.ACTION_STATUS,
    ),
    Column[ActionRow](
        "Decided",
        lambda row: date_text(row.decided),
        DATE_WIDTH,
        sort="decided",
        least=17,
        edit=cells.ACTION_DECIDED,
    ),
    Column[ActionRow](
        "Sources", lambda row: f"{row.source_count}", 10, number=True, sort="sources", least=6, yields=2
    ),
    _tags(ActionRow),
)
QUOTES = (
    Column[QuoteRow](
        "Quote",
        lambda row: in_marks(row.text, row.kind),
        icon=lambda row: quote_mark(row).icon,
        note=lambda row: in_sentence(quote_mark(row).words),
        sort="text",
        least=40,
    ),
    Column[QuoteRow](
        "Speaker",
        lambda row: row.speaker or tr("not named"),
        20,
        sort="speaker",
        least=17,
        most=36,
        edit=cells.QUOTE_SPEAKER,
    ),
    Column[QuoteRow](
        "Role", lambda row: row.role, 22, sort="role", least=13, most=36, yields=4, edit=cells.QUOTE_ROLE
    ),
    Column[QuoteRow]("Source", lambda row: row.evidence.source_title, 26, sort="source", least=18, most=60),
    _tags(QuoteRow),
)
_TIMELINE_KINDS = {
    TimelineKind.FINE: N_("fine or sum"), TimelineKind.ORDER: "order",
    TimelineKind.RULING: N_("review or ruling"), TimelineKind.EVENT: "event",
}  # fmt: skip
TIMELINE = (
    Column[TimelineRow](
        "Date",
        lambda row: date_text(row.dated),
        24,
        icon=lambda row: "calendar-clock" if row.action_id is None else "gavel",
        note=lambda row: tr(_TIMELINE_KINDS[row.kind]),
        sort="date",
        edit=cells.EVENT_DATE,
    ),
    Column[TimelineRow]("Event", event_words, sort="about", least=40, edit=cells.EVENT_ABOUT),
    Column[TimelineRow]("Source", lambda row: row.source_title, 30, sort="source", least=18, most=60),
    _tags(TimelineRow),
)
_PARTY_START: "tuple[Column[ListedParty], ...]" = (
    Column("Name", lambda row: row.name, sort="name", least=34),
    Column("Other names", lambda row: ", ".join(row.aliases), 36, least=12, most=160),
    Column("Jurisdiction", lambda row: row.jurisdiction, 13, sort="jurisdiction"),
)
_PARTY_END: "tuple[Column[ListedParty], ...]" = (
    Column("Group", lambda row: row.group, 14, sort="group", most=36, yields=1),
    Column("Actions", lambda row: figure(row.action_count), 9, number=True, sort="actions"),
)
_BODY_KIND: "Column[ListedParty]" = Column(
    "Kind",
    lambda row: told(vocabulary.label("body-kinds", row.body)) if row.body else "",
    20,
    sort="kind",
    least=12,
    most=30,
    yields=2,
)
AUTHORITIES = (*_PARTY_START, _BODY_KIND, *_PARTY_END)
RESPONDENTS = (*_PARTY_START, *_PARTY_END)
SPEAKERS: "tuple[Column[ListedSpeaker], ...]" = (
    Column("Name", lambda row: row.name, sort="name", least=28),
    Column("Roles", lambda row: "; ".join(row.roles), 36, least=14, most=160),
    Column("Party", lambda row: row.party, 20, least=14, most=48),
    Column("Quotes", lambda row: figure(row.quote_count), 10, number=True, sort="quotes"),
)
TAGS: tuple[Column[TagRow], ...] = (
    Column("Tag", lambda row: row.name, tags=lambda row: (TagMark(row.name, row.colour),)),
    Column("Colour", lambda row: told(label(row.colour)), 12),
    Column("Actions", lambda row: figure(row.actions), 10, number=True),
    Column("Sources", lambda row: figure(row.sources), 10, number=True),
    Column("Quotes", lambda row: figure(row.quotes), 10, number=True),
    Column("Events", lambda row: figure(row.events), 10, number=True),
)
_HIT_ICONS = {"source": "file-text", "action": "gavel", "quote": "quote"}
HITS = (
    Column[Hit](
        "Found in",
        lambda row: tr(row.kind.capitalize()),
        12,
        icon=lambda row: _HIT_ICONS.get(row.kind, "search"),
    ),
    Column[Hit]("Title", lambda row: row.title, 36, most=64),
    Column[Hit]("Passage", lambda row: row.snippet),
)
_TRASH_KINDS = {
    "action": (N_("Action"), "gavel"), "source": (N_("Source"), "file-text"), "quote": (N_("Quote"), "quote"),
    "event": (N_("Event"), "calendar-clock"), "case_file": (N_("Case file"), "folder"),
}  # fmt: skip
TRASH: "tuple[Column[TrashRow], ...]" = (
    Column(
        "Kind",
        lambda row: tr(_TRASH_KINDS[row.kind][0]),
        14,
        icon=lambda row: _TRASH_KINDS[row.kind][1],
        sort="kind",
    ),
    Column("Title", lambda row: row.title, sort="title"),
    Column("Moved here", lambda row: moment_text(row.trashed_at), MOMENT_WIDTH, sort="moved"),
)
UP_TO_DATE = N_("Up to date")
_FILE_STATES = {FileState.MISSING: N_("File missing"), FileState.ALTERED: N_("File altered")}


def standing_text(standing: "ExportStanding") -> str:
    """What is wrong with an export, in short; that it is up to date where nothing is."""
    changed = len(standing.changes)
    parts = [tr("{changes} since").format(changes=count_of(changed, "change"))] if changed else []
    parts += [] if standing.is_compared else [tr("Not compared")]
    parts += [tr(_FILE_STATES[standing.file])] if standing.file in _FILE_STATES else []
    return ", ".join(parts) or tr(UP_TO_DATE)


BRIEFS: "tuple[Column[ExportStanding], ...]" = (
    Column("Exported", lambda standing: moment_text(standing.export.as_of), MOMENT_WIDTH, sort="exported"),
    Column(
        "State",
        standing_text,
        34,
        least=20,
        icon=lambda standing: (
            "triangle-alert" if standing_text(standing) != tr(UP_TO_DATE) else "circle-check"
        ),
        sort="changes",
    ),
    Column("Title", lambda standing: standing.export.title, sort="title", least=30),
    Column("File", lambda standing: PurePath(standing.export.path).name, 20, least=10, most=48, yields=2),
    Column("Pages", lambda standing: figure(standing.export.pages), 7, number=True, yields=1),
)
DRAFTS = (
    Column[DraftRow]("Draft", lambda row: row.name, icon=lambda _: "pencil", sort="name"),
    Column[DraftRow](
        "Case file", lambda row: row.case_title or tr("All actions"), 28, sort="case", most=48, yields=1
    ),
    Column[DraftRow]("Changed", lambda row: moment_text(row.changed_at), MOMENT_WIDTH, sort="changed"),
)
_OUTCOMES = {
    Outcome.WAITING: (N_("Not read yet"), "info"), Outcome.STORED: (N_("Stored"), "circle-check"),
    Outcome.DUPLICATE: (N_("Duplicate"), "file-text"), Outcome.UPDATED: (N_("Updated"), "check-check"),
    Outcome.COPY: (N_("Copy"), "copy"),
    Outcome.SKIPPED: (N_("Skipped"), "info"), Outcome.FAILED: (N_("Failed"), "triangle-alert"),
}  # fmt: skip
_QUOTED = re.compile(r"(?<=[“„])[^“”„]+(?=[”“])")
"""A name within a sentence of the program."""
_FROM_THE_RIGHT = ("R", "AL")
_STANDINGS = {
    Standing.NONE: "", Standing.HERE: "", Standing.TRASHED: N_("Its source is in the trash."),
    Standing.UNDONE: N_("It was undone."), Standing.GONE: N_("Its source is no longer in the store."),
}  # fmt: skip


def why_text(line: LineRow) -> str:
    """Why the file was not stored, and where its source is where it is no longer in the lists."""
    return _set_apart(f"{told(line.row.message)} {tr(_STANDINGS[line.standing])}".strip())


def _set_apart(sentence: str) -> str:
    """The sentence with the names in it isolated (UAX #9): one from the right turns only itself round."""
    if not any(bidirectional(letter) in _FROM_THE_RIGHT for letter in sentence):
        return sentence
    return _QUOTED.sub("\N{FIRST STRONG ISOLATE}\\g<0>\N{POP DIRECTIONAL ISOLATE}", sentence)


BATCHES = (
    Column[BatchRow](
        "Import", lambda row: moment_text(row.started_at), MOMENT_WIDTH + 4, icon=lambda _: "upload"
    ),
    Column[BatchRow]("What became of it", batch_words),
    Column[BatchRow]("By", lambda row: row.person, 20),
)
LINES = (
    Column[LineRow](
        "Outcome", lambda line: tr(_OUTCOMES[line.row.outcome][0]), 28,
        icon=lambda line: _OUTCOMES[line.row.outcome][1],
    ),
    Column[LineRow]("File", lambda line: line.row.name, 40, most=64),
    Column[LineRow]("Why", why_text),
)  # fmt: skip
