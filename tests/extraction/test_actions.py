"""Enforcement actions out of whole articles, in words that no rule was written for."""

from decimal import Decimal

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.proposals import ActionProposal
from casefile.terms import ActionKind, ActionStatus, AmountRole
from casefile.values import PartialDate, Span


def find(text: str, language: str = "en", published: str | None = "2025-03-12") -> tuple[ActionProposal, ...]:
    day = PartialDate(published) if published else None
    return find_actions(Survey(Article(text, SourceMetadata(language=language, published=day))))


def sums(action: ActionProposal) -> set[tuple[int, str, AmountRole]]:
    return {(int(amount.value), amount.currency, amount.role) for amount in action.amounts}


@pytest.mark.parametrize(
    ("language", "text", "authority", "respondent", "value"),
    [
        ("en", "Ireland’s Data Protection Commission has fined Meta €91 million.", "IE-DPC", "Meta",
         91_000_000),
        ("en", "Orbit Ltd was fined £60,000 by the Information Commissioner’s Office.", "GB-ICO", "Orbit Ltd",
         60_000),
        ("de", "Die irische Datenschutzbehörde verhängte gegen die Zolando SE 3 Millionen Euro Bußgeld.",
         "IE-DPC", "Zolando SE", 3_000_000),
        ("fr", "La CNIL a infligé une amende de 50 millions d’euros à Orange.", "FR-CNIL", "Orange",
         50_000_000),
        ("nl", "De Autoriteit Persoonsgegevens legt Uber een boete van 290 miljoen euro op.", "NL-AP", "Uber",
         290_000_000),
        ("it", "Il Garante privacy ha multato Enel Energia per 2 milioni di euro.", "IT-GARANTE",
         "Enel Energia", 2_000_000),
        ("es", "La AEPD ha multado a CaixaBank con 6,5 millones de euros.", "ES-AEPD", "CaixaBank",
         6_500_000),
    ],
)  # fmt: skip
def test_a_fine_in_every_language(
    language: str, text: str, authority: str, respondent: str, value: int
) -> None:
    (action,) = find(text, language)
    assert action.authority.code == authority
    assert [party.name for party in action.respondents] == [respondent]
    assert action.kind.value is ActionKind.FINE
    assert action.status.value is ActionStatus.IMPOSED
    assert sums(action) == {
        (value, "EUR" if language != "en" or authority == "IE-DPC" else "GBP", AmountRole.FINE)
    }


def test_an_older_fine_of_the_same_pair_is_another_action_in_passing() -> None:
    text = (
        "The CNIL fined Kestrel SA 5 million euros on Monday.\n\n"
        "In May 2023 the CNIL fined Kestrel 2 million euros."
    )
    first, second = find(text)
    assert (first.main, first.date and first.date.value.edtf) == (True, "2025-03-10")
    assert (second.main, second.date and second.date.value.edtf) == (False, "2023-05")


def test_each_respondent_gets_the_sum_beside_it() -> None:
    text = "The FCC announced fines on Tuesday: $80 million for Telmo Inc. and $12 million for Sprintly Inc."
    found = {action.respondents[0].name: sums(action) for action in find(text)}
    assert found == {
        "Telmo Inc.": {(80_000_000, "USD", AmountRole.FINE)},
        "Sprintly Inc.": {(12_000_000, "USD", AmountRole.FINE)},
    }


def test_roles_of_sums() -> None:
    text = (
        "The Dutch DPA fined Kestrel BV 4 million euros ($4.4 million). It also imposed a penalty of "
        "20,000 euros a day, up to a maximum of 1 million euros. The company’s revenue was 90 million euros."
    )
    (action,) = find(text)
    assert sums(action) == {
        (4_000_000, "EUR", AmountRole.FINE),
        (4_400_000, "USD", AmountRole.CONVERSION),
        (20_000, "EUR", AmountRole.PER_DAY),
        (1_000_000, "EUR", AmountRole.SUSPENDED),
    }


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The FTC said Orbital Inc. agreed to pay $5 million to settle the case.", ActionKind.SETTLEMENT,
         ActionStatus.SETTLED),
        ("The ICO in the UK has reprimanded Wexham Borough Council.", ActionKind.REPRIMAND,
         ActionStatus.IMPOSED),
        ("Ofcom has opened an investigation into Vidzoo Ltd.", ActionKind.INVESTIGATION,
         ActionStatus.ONGOING),
        ("The FCC proposed a fine of $2 million against Callum Voice LLC.", ActionKind.FINE,
         ActionStatus.PROPOSED),
        ("A court threw out the $9 million fine that the FCC imposed on Telmo Inc.", ActionKind.FINE,
         ActionStatus.ANNULLED),
        ("The CNIL fined Kestrel SA 5 million euros. The company said it would appeal.", ActionKind.FINE,
         ActionStatus.APPEALED),
    ],
)  # fmt: skip
def test_kind_and_status(text: str, kind: ActionKind, status: ActionStatus) -> None:
    (action,) = find(text)
    assert (action.kind.value, action.status.value) == (kind, status)


def test_the_strictest_measure_is_the_kind() -> None:
    (action,) = find("The CNIL fined Kestrel SA 5 million euros. It also ordered the company to stop.")
    assert action.kind.value is ActionKind.FINE


def test_the_laws_of_a_main_action() -> None:
    (action,) = find(
        "The CNIL fined Kestrel SA 5 million euros. It had infringed articles 5 and 32 of the GDPR."
    )
    assert [str(provision) for provision in action.provisions] == ["GDPR Art. 5", "GDPR Art. 32"]


@pytest.mark.parametrize(
    "text",
    [
        "The Data Protection Board was allocated ₹12 crore. The law provides for penalties of ₹250 crore.",
        "Regulators issued fines totalling €1.2 billion in 2024, said a survey by law firm Dale & Poe.",
        "The council will spend $2.5 million on a library. The Federal Trade Commission was not involved.",
        "Orbital Inc. settled a class action for $2.9 million. The FTC had no part in it.",
        "There will be no fine, the Information Commissioner’s Office in the UK said.",
    ],
)
def test_an_article_about_something_else_has_no_action(text: str) -> None:
    assert find(text) == ()


def test_every_action_says_why() -> None:
    text = "The CNIL fined Kestrel SA 5 million euros."
    (action,) = find(text)
    assert [span.of(text) for span in action.because.spans] == [text]
    assert "fined" in action.because.rule
    assert 0 < action.because.confidence <= 1
    assert action.amounts[0].value == Decimal(5_000_000)


def test_a_newsletter_keeps_its_stories_apart() -> None:
    text = (
        "The weekly sheet\n\n1. FTC / Orbital. The FTC fined Orbital Inc. $4 million.\n\n"
        "2. ICO / Wexham. The Information Commissioner’s Office reprimanded Wexham Borough Council.\n\n"
        "3. CNIL / Kestrel. The CNIL fined Kestrel SA 5 million euros.\n"
    )
    assert [(action.authority.code, action.respondents[0].name) for action in find(text)] == [
        ("US-FTC", "Orbital Inc."),
        ("GB-ICO", "Wexham Borough Council"),
        ("FR-CNIL", "Kestrel SA"),
    ]


def test_two_who_have_a_sum_each_have_an_action_each_and_no_total() -> None:
    text = (
        "The European Commission fined Kestrel Foods Ltd and its Spanish arm Norvia Ltd a total of 329 "
        "million euros ($367 million) on Monday for promising not to hire each other’s people.\n\n"
        "Kestrel Foods Ltd must pay 223.3 million euros and Norvia Ltd 105.7 million euros, it said."
    )
    told = {tuple(each.name for each in action.respondents): sums(action) for action in find(text)}
    assert told == {
        ("Kestrel Foods Ltd",): {(223_300_000, "EUR", AmountRole.FINE)},
        ("Norvia Ltd",): {(105_700_000, "EUR", AmountRole.FINE)},
    }


def test_the_total_of_two_fines_is_no_part_of_either() -> None:
    text = (
        "Watchdog fines Telmo and Sprintly €13 million\n\n"
        "The CNIL fined Telmo SA €9 million. The CNIL also fined Sprintly SA €4 million."
    )
    found = [[value for value, _, _ in sums(action)] for action in find(text)]
    assert found == [[9_000_000], [4_000_000]]


def test_words_that_impose_and_run_over_a_line_end_do_not_stop_the_reading() -> None:
    (action,) = find(
        "La CNMC ha impuesto una multa\npor retrasar la portabilidad.\n\n"
        "La CNMC ha multado a Telefónica S.A. con 2 millones de euros.",
        "es",
    )
    assert sums(action) == {(2_000_000, "EUR", AmountRole.FINE)}


def test_who_accepts_the_fine_for_the_company_is_not_fined() -> None:
    text = (
        "The Information Commissioner's Office (ICO) has fined Kestrel Cameras Ltd £250,000. The company's "
        "chief executive, Joan Merrow, told the ICO that Kestrel Cameras Ltd accepts the fine."
    )
    assert [[party.name for party in each.respondents] for each in find(text)] == [["Kestrel Cameras Ltd"]]


def test_the_ceiling_of_a_penalty_by_the_day_is_one_of_its_sums() -> None:
    text = (
        "The Dutch data protection authority (AP) has fined Kestrel Cameras Ltd €2.4 million. If the company "
        "does not stop, it will owe a penalty payment of €50,000 a day, up to a maximum of €2 million. The "
        "GDPR would have allowed up to €20 million."
    )
    (action,) = find(text)
    assert sums(action) == {
        (2_400_000, "EUR", AmountRole.FINE),
        (50_000, "EUR", AmountRole.PER_DAY),
        (2_000_000, "EUR", AmountRole.SUSPENDED),
    }


def test_the_owner_of_a_daughter_is_not_fined() -> None:
    text = "Ofcom fined Kestrel’s Belgian subsidiary Scorevia SA £20,000 under the Online Safety Act."
    assert [[party.name for party in each.respondents] for each in find(text)] == [["Scorevia SA"]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The FCA has fined Kestrel Ltd and its subsidiary Norvia Ltd £6 million."),
        (
            "it",
            "L’Agcm ha sanzionato per 6.000.000 di euro Kestrel S.r.l. e la controllata Norvia S.r.l.",
        ),
        (
            "de",
            "Die Bafin hat gegen die Kestrel AG und deren Tochter Norvia AG 6 Millionen Euro Buße verhängt.",
        ),
        (
            "fr",
            "La CNIL a infligé une amende de 6 millions d’euros à Kestrel SAS et à sa filiale Norvia SAS.",
        ),
        ("nl", "De AFM heeft Kestrel BV en dochterbedrijf Norvia BV een boete van 6 miljoen euro opgelegd."),
        ("es", "La CNMV multó con 6 millones de euros a Kestrel S.A. y a su filial Norvia S.A. por ello."),
    ],
)
def test_a_firm_and_its_daughter_are_fined_together(language: str, text: str) -> None:
    (action,) = find(text, language)
    assert {party.name.split()[0] for party in action.respondents} == {"Kestrel", "Norvia"}


def test_a_daughter_that_complains_is_not_fined() -> None:
    text = "The FCA has fined Kestrel Ltd £6 million, and its subsidiary Norvia Ltd complained."
    assert [[party.name for party in each.respondents] for each in find(text)] == [["Kestrel Ltd"]]


def test_who_is_only_quoted_with_words_of_an_action_is_no_respondent() -> None:
    text = (
        "Ofcom fined Kestrel Ltd €3m. “The settlement binds the firm to its undertakings,” said Mary Frost."
    )
    survey = Survey(
        Article(text, SourceMetadata(language="en")), frozenset({"Mary Frost"}), quoted=(Span(30, 79),)
    )
    assert [party.name for action in find_actions(survey) for party in action.respondents] == ["Kestrel Ltd"]


def test_what_another_regulator_did_is_no_part_of_the_decision() -> None:
    text = (
        "The Gambling Commission fined Spinfield Ltd £7m. It called the case its worst. "
        "The Advertising Standards Authority banned an advert of Spinfield Ltd in May."
    )
    found = find_actions(Survey(Article(text, SourceMetadata(language="en"))))
    assert [(each.authority.code, each.kind.value) for each in found] == [
        ("GB-GC", ActionKind.FINE),
        ("GB-ASA", ActionKind.BAN),
    ]


def test_who_bars_others_is_not_barred() -> None:
    text = (
        "Ofcom has fined Kestrel Ltd £20,000. The company’s LumoStore barred developers from telling users."
    )
    assert [[party.name for party in each.respondents] for each in find(text)] == [["Kestrel Ltd"]]


def test_an_article_of_bare_sums_has_no_action() -> None:
    text = (
        "Ofcom wants £38m more for age checks. Tech lobby group Kestrel UK said that a service would be "
        "charged around £340,000. A principal technologist at Ofcom starts on £71,000."
    )
    assert find(text) == ()


def test_an_authority_that_fines_itself_is_satire() -> None:
    text = "The European Data Protection Board on Thursday fined itself €20 million. Anselm Quist cheered."
    assert find(text) == ()


def test_each_of_two_has_a_ban_of_his_own_that_the_sentence_tells_against_both() -> None:
    text = (
        "The Monetary Authority of Singapore has barred two advisers who forged signatures.\n\n"
        "The Monetary Authority of Singapore said on Tuesday that it had issued prohibition orders of 12 "
        "years against Goh Eng Seng, 47, and of four years against Maria Teo, 33."
    )
    bans = [each for each in find(text) if each.kind.value is ActionKind.BAN]
    assert [[party.name for party in ban.respondents] for ban in bans] == [["Goh Eng Seng"], ["Maria Teo"]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The FTC sued Kestrel Inc. in June last year and Norvia Inc. in August over their fees."),
        ("fr", "La CNIL a mis en demeure Kestrel SA en juin 2024 et Norvia SA en août."),
    ],
)
def test_each_of_two_has_a_measure_with_a_date_of_its_own(language: str, text: str) -> None:
    named = [[party.name for party in each.respondents] for each in find(text, language)]
    assert len(named) == 2
    assert {name.split()[0] for each in named for name in each} == {"Kestrel", "Norvia"}


def test_an_old_sum_beside_a_probe_is_another_action() -> None:
    text = (
        "The European Commission sent a statement of objections to Kestrel SE on Tuesday over the ranking of "
        "its sellers.\n\nIt is not the first brush with Brussels for the firm. In 2021 the European "
        "Commission fined it 38 million euros for supplying misleading information."
    )
    kinds = {each.kind.value: sums(each) for each in find(text)}
    assert kinds == {
        ActionKind.INVESTIGATION: set(),
        ActionKind.FINE: {(38_000_000, "EUR", AmountRole.FINE)},
    }


def test_who_speaks_of_a_fine_is_not_fined() -> None:
    text = (
        "ASIC has won a penalty of A$8.9 million against Coorong Lending Pty Ltd.\n\nDeputy Chair Ann Voss "
        "told a Senate committee on Monday that “a penalty of eight point nine million dollars is no trifle "
        "to anyone in this building”."
    )
    metadata = SourceMetadata(language="en", published=PartialDate("2025-03-12"))
    quoted = Span(text.index("a penalty of eight"), text.index("”."))
    survey = Survey(Article(text, metadata), frozenset({"Ann Voss"}), quoted=(quoted,))
    assert {party.name for action in find_actions(survey) for party in action.respondents} == {
        "Coorong Lending Pty Ltd"
    }


@pytest.mark.parametrize(
    "aside",
    [
        "CORRECTION\nIn issue 60 I wrote that Lump Ltd had been fined £50,000. It was a different Lump.",
        "Correction: last month we reported that Ofcom had fined Lump Ltd £50,000. It has not been fined.",
        "NUMBERS\nOfcom’s tally to date: 96 services looked at, 13 fined, £3.1m imposed.",
    ],
)
def test_what_is_taken_back_or_added_up_is_no_action(aside: str) -> None:
    text = f"Ofcom fined Kestrel Chat Ltd £20,000 on Monday.\n\n{aside}\n\nNext issue: 2 April."
    (action,) = find(text)
    assert [party.name for party in action.respondents] == ["Kestrel Chat Ltd"]
    assert {int(amount.value) for amount in action.amounts} == {20_000}


def test_orders_against_a_number_of_things_are_nobodys() -> None:
    text = (
        "ASIC fined Kestrel Credit Ltd A$2 million on Monday.\n\nKestrel Credit was not alone: in 2023 ASIC "
        "obtained interim stop orders against 24 products within a single quarter."
    )
    assert [action.kind.value for action in find(text)] == [ActionKind.FINE]


def test_fines_of_a_number_of_others_give_no_sum_and_no_date() -> None:
    text = (
        "The Competition and Markets Authority has fined two makers of fridges.\n\nArctic Line Ltd: £14m. "
        "Coldharbour Ltd: £8.1m.\n\nIn 2023 the authority fined two ice-cream van makers £1.1m."
    )
    found = find(text)
    assert {int(amount.value) for action in found for amount in action.amounts} == {14_000_000, 8_100_000}
    assert not any(action.date and action.date.value.edtf == "2023" for action in found)


def test_a_judges_fine_follows_upon_the_plea() -> None:
    text = (
        "Distillery must pay £66,700 after worker scalded\n\nA whisky maker has been fined after a "
        "mashman suffered burns to a third of his body at its plant.\n\nGlen Orrick Distillers "
        "Limited pleaded guilty at Elgin Sheriff Court on Wednesday to breaching Regulation 3 of the "
        "Management of Health and Safety at Work Regulations 1999.\n\nSheriff Douglas Paterson "
        "imposed a fine of £62,000, to which a victim surcharge of £4,650 was added.\n\nAn HSE "
        "investigation found that a valve had been left open.\n\nThe firm, which employs 40 people, "
        "declined to comment."
    )
    (action,) = find(text)
    assert (action.authority.code, action.respondents[0].name) == ("GB-HSE", "Glen Orrick Distillers Limited")


def test_charges_of_today_are_not_hidden_by_a_fine_of_years_ago() -> None:
    text = (
        "The Commerce Commission has filed 22 charges against Southern Pantry Limited, alleging that "
        "price tickets misled shoppers.\n\nSouthern Pantry said it would defend the charges. It was "
        "fined NZ$78,000 in 2021 by the Commerce Commission for similar conduct."
    )
    assert {action.kind.value for action in find(text)} == {ActionKind.INVESTIGATION, ActionKind.FINE}


def test_an_order_on_pain_of_a_daily_sum_is_an_action() -> None:
    text = (
        "Ofcom fined Kestrel TV Ltd £3 million on Monday.\n\nIt was the order to Norvia Radio Ltd in July, "
        "to stop its broadcasts on pain of £50,000 a day, that made people sit up."
    )
    survey = Survey(Article(text, SourceMetadata(language="en", published=PartialDate("2025-03-14"))))
    found = find_actions(survey)
    assert [each.respondents[0].name for each in found] == ["Kestrel TV Ltd", "Norvia Radio Ltd"]


@pytest.mark.parametrize("opening", ["In a separate SEC order, ", "The SEC said two firms settled. "])
def test_two_who_pay_one_sum_together_have_one_action(opening: str) -> None:
    told = (
        "Orrin Securities LLC and Norvia Financial LLC agreed to pay $45 million in civil penalties to settle"
        " charges of late reports."
    )
    (action,) = find(f"{opening}{told}")
    assert {each.name for each in action.respondents} == {"Orrin Securities LLC", "Norvia Financial LLC"}
    assert action.amounts[0].value == Decimal(45_000_000)


def test_a_bill_from_the_authority_is_a_fine() -> None:
    text = (
        "The Data Protection Commission fined TikTok €530 million. Orrinex got a bill of €310 million in May."
    )
    assert {each.respondents[0].name for each in find(text)} == {"TikTok", "Orrinex"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The OAIC began proceedings against Orrin Ltd in June 2024 and against Norvia in August 2025.",
        ),
        (
            "de",
            "Sie eröffnete Verfahren gegen die Orrin AG im Juni 2024 und gegen die Norvia AG im August 2025.",
        ),
        ("fr", "La CNIL a ouvert une enquête contre Orrin SA en juin 2024 et contre Norvia SA en août 2025."),
        ("nl", "De AP begon een onderzoek tegen Orrin BV in juni 2024 en tegen Norvia BV in augustus 2025."),
        ("it", "Aprì un’istruttoria contro Orrin srl a giugno 2024 e contro Norvia srl ad agosto 2025."),
        (
            "es",
            "Abrió una investigación contra Orrin SA en junio de 2024 y contra Norvia SA en agosto de 2025.",
        ),
    ],
)
def test_two_against_whom_it_went_at_different_times_have_their_own_dates(language: str, text: str) -> None:
    opening = {
        "de": "Die BaFin griff ein. ",
        "it": "Il Garante è intervenuto. ",
        "es": "La AEPD ha actuado. ",
    }
    actions = find(opening.get(language, "") + text, language, "2025-10-23")
    found = {each.respondents[0].name.split()[0]: each.date for each in actions}
    days = {name: str(date.value) for name, date in found.items() if date is not None}
    assert days == {"Orrin": "June 2024", "Norvia": "August 2025"}


def test_a_name_that_begins_with_a_digit_is_whom_a_fine_went_to() -> None:
    (action,) = find("Ofcom’s first fine for ignoring a letter went to 7board: £20k, plus £100 a day.")
    assert [each.name for each in action.respondents] == ["7board"]
