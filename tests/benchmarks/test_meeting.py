"""How long it takes until the proposals of an article have met the made store's actions."""

from dataclasses import replace
from decimal import Decimal

from sqlalchemy import text

from casefile.proposals import ActionProposal, ProposedAmount, ProposedDate, ProposedParty
from casefile.store import lists
from casefile.store.comparing import Origin
from casefile.store.matches import Met
from casefile.store.meeting import meet
from casefile.store.store import Reader, Store
from casefile.terms import AmountRole, AmountScale
from casefile.values import PartialDate, Span
from tests.benchmarks.generated_store import AUTHORITIES, RESPONDENTS
from tests.benchmarks.measuring import medians_ms, print_table
from tests.store.records import action, because

ARTICLES = 60
ACTIONS_AN_ARTICLE = 4
WORDS = "The authority fined the company. It is a subsidiary of another. " * 60


def article(reader: Reader, number: int) -> list[ActionProposal]:
    """Of an action of the store: as it is, with its year only, without the magnitude, of an unknown one."""
    wanted = number * 331 % lists.counts(reader).actions + 1
    minor, currency, decided = reader.execute(
        text(
            "SELECT amount_minor, currency, dated FROM ledger_entry JOIN measure ON measure.id = measure_id"
            " WHERE action_id = :id"
        ),
        {"id": wanted},
    ).one()
    name, code, land = AUTHORITIES[wanted % len(AUTHORITIES)]
    because_fined = because("fined")
    stated, role = AmountScale.STATED, AmountRole.FINE
    amount = ProposedAmount(Decimal(minor) / 100, currency, stated, role, Span(23, 35), because_fined)
    known = replace(
        action(),
        authority=ProposedParty(name, because_fined, code),
        respondents=(ProposedParty(f"Respondent {wanted * 7 % RESPONDENTS}", because_fined),),
        jurisdiction=land,
        amounts=(amount,),
        date=ProposedDate(PartialDate(decided), because_fined),
    )
    missing = replace(amount, value=amount.value / 1_000_000, scale=AmountScale.MISSING)
    return [
        known,
        replace(known, date=ProposedDate(PartialDate(decided[:4]), because_fined)),
        replace(known, amounts=(missing,), date=None),
        replace(known, respondents=(ProposedParty("City of Munich", because_fined),)),
    ]


def test_an_article_meets_the_store(big: Store) -> None:
    origin = Origin(published=PartialDate("2024-06-01"))
    found: list[list[Met]] = []
    with big.read() as reader:
        articles = [article(reader, number) for number in range(ARTICLES)]
        works = [
            lambda proposals=proposals: found.append(meet(reader, proposals, origin, lambda: WORDS))
            for proposals in articles
        ]
        works[0]()
        median, worst = medians_ms(works)
        actions = lists.counts(reader).actions
    likely = sum(any(match.is_likely for match in met[0].matches) for met in found[1:])
    print_table(
        f"{ACTIONS_AN_ARTICLE} proposals an article against {actions:,} actions",
        (
            ("an article, median", f"{median:.1f} ms"),
            ("an article, worst", f"{worst:.1f} ms"),
            ("first proposals whose action was found", f"{likely} of {ARTICLES}"),
        ),
    )
    assert likely == ARTICLES
