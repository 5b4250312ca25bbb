from casefile.errors import CasefileError
from casefile.store.rows import ReceiptRow
from casefile.terms import Outcome
from ui.counts import count_of
from ui.notices import Tone, error_notice, receipt_notice


def test_a_receipt_counts_and_names_what_failed() -> None:
    rows = [
        ReceiptRow("a.html", Outcome.STORED, "", 1),
        ReceiptRow("b.html", Outcome.DUPLICATE, "", 1),
        *(ReceiptRow(f"{number}.pdf", Outcome.FAILED, "It is empty.", None) for number in range(5)),
    ]
    notice = receipt_notice(rows)
    assert notice.tone is Tone.WRONG
    assert notice.text == (
        "1 source imported. 1 file had been imported before. "
        "5 files could not be read, as the receipt says: 0.pdf, 1.pdf, 2.pdf and 2 more."
    )


def test_one_failure_is_told_in_full_with_the_name_once() -> None:
    named = ReceiptRow("a.pdf", Outcome.FAILED, "“a.pdf” is empty. Save it again.", None)
    assert receipt_notice([named]).text == "“a.pdf” is empty. Save it again."
    unnamed = ReceiptRow("a.pdf", Outcome.FAILED, "It is empty.", None)
    assert receipt_notice([unnamed]).text == "a.pdf: It is empty."


def test_an_empty_receipt_says_so() -> None:
    assert receipt_notice([]).text == "There was nothing to import."


def test_an_error_that_was_foreseen_speaks_for_itself_and_a_bug_says_that_it_is_one() -> None:
    assert error_notice(CasefileError("No disk.", "Free some.")).text == "No disk. Free some."
    assert "inside Casefile (KeyError: 'x')" in error_notice(KeyError("x")).text


def test_counts_are_words() -> None:
    assert (count_of(1, "page"), count_of(1200, "page")) == ("1 page", "1,200 pages")
