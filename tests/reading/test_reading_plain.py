"""Plain articles: the text as it stands, and what its head says in six languages."""

from dataclasses import dataclass

import pytest

from casefile.reading import BlockKind, MediaType, read_bytes
from casefile.reading.language import tell_language
from casefile.reading.plain import describe
from casefile.terms import SourceKind

_BODY = {
    "en": """The regulator said that the company had kept the records of its customers for much longer than it
was allowed to, and that it would have to delete them before the end of the year or pay for each day.""",
    "de": """Die Behörde teilte mit, dass das Unternehmen die Daten seiner Kunden viel länger aufbewahrt habe,
als es ihm erlaubt war, und dass es sie noch in diesem Jahr löschen oder für jeden Tag zahlen muss.""",
    "fr": """L’autorité a indiqué que la société avait conservé les données de ses clients bien plus longtemps
que ce qui lui était permis, et qu’elle devra les effacer avant la fin de l’année ou payer chaque jour.""",
    "nl": """De toezichthouder zegt dat het bedrijf de gegevens van zijn klanten veel langer heeft bewaard dan
was toegestaan, en dat het die voor het einde van het jaar moet wissen of voor elke dag moet betalen.""",
    "it": """L’autorità ha detto che la società ha conservato i dati dei suoi clienti molto più a lungo di
quanto le era permesso, e che dovrà cancellarli entro la fine di questo anno o pagare per ogni giorno.""",
    "es": """La autoridad dijo que la empresa había guardado los datos de sus clientes mucho más tiempo de lo
que le estaba permitido, y que tendrá que borrarlos antes de que acabe el año o pagar por cada día.""",
}
_BODY = {language: body.replace("\n", " ") for language, body in _BODY.items()}


@dataclass(frozen=True)
class _Case:
    """A head, its lines parted by double slashes, and what it says."""

    language: str
    head: str
    title: str
    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None

    @property
    def text(self) -> str:
        return self.head.replace(" // ", "\n") + "\n\n" + _BODY[self.language]


_CASES = [
    _Case(
        "en",
        "Bank fined for its silence //  // By Ada Thorne, Harbour News // Published May 5, 2024",
        "Bank fined for its silence",
        "Harbour News",
        ("Ada Thorne",),
        "2024-05-05",
    ),
    _Case(
        "en",
        "The Harbour Gazette // News //  // Bank fined for silence //  // By Ada Thorne // City Reporter",
        "Bank fined for silence",
        "The Harbour Gazette",
        ("Ada Thorne",),
    ),
    _Case(
        "en",
        "Bank fined for its silence //  // ADA THORNE // The Harbour Post // PUBLISHED OCTOBER 2, 2024",
        "Bank fined for its silence",
        "The Harbour Post",
        ("ADA THORNE",),
        "2024-10-02",
    ),
    _Case(
        "en",
        "Technology //  // Bank fined for its silence //  // Jane Thorne, Science Editor //  // 5 May 2024",
        "Bank fined for its silence",
        "",
        ("Jane Thorne",),
        "2024-05-05",
    ),
    _Case(
        "en",
        "# Bank fined for its silence //  // *By Ada Thorne, London* //  // *Published: 22/05/2024*",
        "Bank fined for its silence",
        "",
        ("Ada Thorne",),
        "2024-05-22",
    ),
    _Case(
        "en",
        "SPONSORED: Buy now //  // By the numbers: all fines since May",
        "By the numbers: all fines since May",
    ),
    _Case("de", "Von der Leyen verteidigt das Gesetz", "Von der Leyen verteidigt das Gesetz"),
    _Case(
        "de",
        "Hafenzeitung / Wirtschaft //  // Bank zahlt für ihr Schweigen //  // "
        "VON ADA THORNE UND PIET GROTH // 3. März 2024, 12:15 Uhr",
        "Bank zahlt für ihr Schweigen",
        "Hafenzeitung",
        ("ADA THORNE", "PIET GROTH"),
        "2024-03-03",
    ),
    _Case(
        "fr",
        "La banque paie son silence //  // Par Ada Thorne – Le Fil du port // Publié le 03/09/2024 à 18h22",
        "La banque paie son silence",
        "Le Fil du port",
        ("Ada Thorne",),
        "2024-09-03",
    ),
    _Case(
        "nl",
        "De Havenkrant | Economie //  // Bank betaalt om zwijgen //  // Ada van Thorne // 3 september 2024",
        "Bank betaalt om zwijgen",
        "De Havenkrant",
        ("Ada van Thorne",),
        "2024-09-03",
    ),
    _Case(
        "it",
        "La banca paga il suo silenzio //  // di Ada Thorne // 1 aprile 2024",
        "La banca paga il suo silenzio",
        "",
        ("Ada Thorne",),
        "2024-04-01",
    ),
    _Case(
        "es",
        "El banco paga su silencio //  // Por Ada Thorne // El Diario del Puerto // 3 de septiembre de 2024",
        "El banco paga su silencio",
        "El Diario del Puerto",
        ("Ada Thorne",),
        "2024-09-03",
    ),
]


@pytest.mark.parametrize("language", _BODY)
def test_language_is_told_by_its_common_words(language: str) -> None:
    assert tell_language(_BODY[language]) == language


@pytest.mark.parametrize("text", ["", "42", "Lumivara B.V. Utrecht", "xkcd qwrt zzgh " * 20])
def test_language_is_left_open_where_it_cannot_be_told(text: str) -> None:
    assert tell_language(text) == ""


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.head[:30])
def test_head_is_read(case: _Case) -> None:
    found = describe(case.text)
    assert found.title == case.title
    assert found.outlet == case.outlet
    assert found.authors == case.authors
    assert (found.published.edtf if found.published else None) == case.published
    assert found.language == case.language


def test_address_at_the_top_is_the_address() -> None:
    found = describe("https://harbour.example/bank\n\nBank fined for its silence\n\n" + _BODY["en"])
    assert found.url == "https://harbour.example/bank"
    assert found.title == "Bank fined for its silence"


def test_mark_of_a_release_is_no_part_of_its_title() -> None:
    found = describe("PRESS RELEASE: Bank fined for its silence\n\n" + _BODY["en"])
    assert found.title == "Bank fined for its silence"


@pytest.mark.parametrize(
    ("mark", "kind"),
    [("Decision", SourceKind.DECISION), ("Judgment", SourceKind.RULING), ("Statement", SourceKind.STATEMENT)],
)
def test_kind_is_told_by_a_line_that_names_it(mark: str, kind: SourceKind) -> None:
    assert describe(f"{mark}\n\nBank fined for its silence\n\n{_BODY['en']}").kind is kind


def test_text_without_head_has_no_title_and_no_date() -> None:
    found = describe(f"{_BODY['en']}\n\nWhat happened next\n\nOn 3 September 2024 the company answered.")
    assert found.title == ""
    assert found.published is None
    assert found.outlet == ""
    assert found.authors == ()


@pytest.mark.parametrize(
    "line",
    [
        "Decision of 10 April 2025 on the bank's records",
        "03/09/2024",
        "Fined twice since June 2022, the bank keeps silent",
        "2024",
        "31 February 2024",
    ],
)
def test_only_a_date_line_with_one_reading_dates_the_article(line: str) -> None:
    assert describe(f"Bank fined for its silence\n\n{line}\n\n{_BODY['en']}").published is None


def test_dateline_dates_the_article_and_names_the_agency() -> None:
    found = describe(f"Bank fined for its long silence\n\nTHE HAGUE, Sept. 3, 2024 (AFP) -- {_BODY['en']}")
    assert found.published is not None
    assert found.published.edtf == "2024-09-03"
    assert found.outlet == "Agence France-Presse"


def test_publication_goes_before_update() -> None:
    head = "Bank fined for its long silence\n\nUpdated 6 May 2024\nPublished 5 May 2024"
    found = describe(f"{head}\n\n{_BODY['en']}").published
    assert found is not None
    assert found.edtf == "2024-05-05"


@pytest.mark.parametrize(
    ("language", "head", "outlet", "kind"),
    [
        (
            "en",
            "Press release //  // Bank fined for silence //  // The Harbour Data Commission (HDC) said so.",
            "Harbour Data Commission",
            SourceKind.AUTHORITY_RELEASE,
        ),
        (
            "de",
            "Pressemitteilung //  // Bank zahlt //  // Die Landesbeauftragte für Hafendaten prüft.",
            "Landesbeauftragte für Hafendaten",
            SourceKind.AUTHORITY_RELEASE,
        ),
        ("en", "For immediate release //  // Bank rejects all claims against it", "", SourceKind.STATEMENT),
        ("en", "Bank fined for its long silence", "", SourceKind.PRESS),
    ],
)
def test_releases_name_their_authority(language: str, head: str, outlet: str, kind: SourceKind) -> None:
    found = describe(_Case(language, head, "").text)
    assert (found.outlet, found.kind) == (outlet, kind)


@pytest.mark.parametrize(
    ("foot", "outlet", "kind"),
    [
        ("Notes to editors\nThe Harbour Data Commission (HDC) watches.", True, SourceKind.AUTHORITY_RELEASE),
        ("Notes to editors\nThe Harbour Data Commission watches.", False, SourceKind.STATEMENT),
        ("ENDS", False, SourceKind.STATEMENT),
        ("This was asked in the notes to editors.", False, SourceKind.PRESS),
    ],
)
def test_a_foot_tells_a_release_without_a_mark_above(foot: str, outlet: bool, kind: SourceKind) -> None:
    found = describe(f"Bank fined for silence\n\n3 May 2024\n\n{_BODY['en']}\n\n{foot}")
    assert (found.outlet, found.kind) == ("Harbour Data Commission" if outlet else "", kind)


def test_a_signed_article_with_such_a_foot_is_no_release() -> None:
    found = describe(f"Bank fined for silence\n\nBy Ada Thorne\n\n{_BODY['en']}\n\nENDS")
    assert found.kind is SourceKind.PRESS


def test_text_stays_as_it_is_but_for_newlines_and_controls() -> None:
    found = read_bytes("Cafe\u0301 \u202eevil\u202c\r\nsecond\x00 line\r\tthird\u00a0end".encode(), "a.txt")
    assert found.text == "Café evil\nsecond line\n\tthird\u00a0end"
    assert found.media_type is MediaType.PLAIN


def test_markdown_blocks_are_told() -> None:
    found = read_bytes(b"# A case\n\n> He said so.\n\n- first\n- second\n\nPlain words.", "a.md")
    assert [block.kind for block in found.structure] == [
        BlockKind.HEADING,
        BlockKind.QUOTATION,
        BlockKind.LIST_ENTRY,
        BlockKind.LIST_ENTRY,
        BlockKind.PARAGRAPH,
    ]
    assert found.structure[1].span.of(found.text) == "> He said so."
