"""The command line as a person meets it: output, errors, exit statuses."""

import json
from pathlib import Path

import pypdfium2
import pytest

from casefile.cli import main
from casefile.store import receipts
from casefile.store.store import Store


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def filled(tmp_path: Path, article: Path, warm_readers: None) -> Path:  # noqa: ARG001  the import uses them
    """A store with one article, accepted."""
    path = tmp_path / "cli.casefile"
    assert run("import", article, "--store", path, "--accept") == 0
    return path


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_import_says_what_became_of_each_file(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert run("import", article, empty, "--store", tmp_path / "s.casefile") == 1
    printed = capsys.readouterr()
    assert "stored     acme.txt" in printed.out
    assert "“empty.txt” is empty." in printed.err


def test_extract_prints_the_exchange_format(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("extract", article, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["source"]["published"] == "2025-03-03"
    (action,) = found["actions"]
    assert (action["authority_id"], action["kind"], action["respondents"]) == ("NL-AP", "fine", ["Acme Corp"])
    assert action["amounts"][0]["value"] == 2_500_000
    quote = found["quotes"][0]
    assert found["text"][quote["start"] : quote["end"]] == quote["text"]
    assert quote["speaker"] == "Karel de Wit"


def test_extract_prints_for_people_with_the_passages(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("extract", article) == 0
    printed = capsys.readouterr().out
    assert "Autoriteit Persoonsgegevens: Acme Corp" in printed
    assert "[€2.5 million]" in printed


SECOND = """Watchdog: Acme must pay €2.9 million

4 March 2025

The Autoriteit Persoonsgegevens has fined Acme 2.9 million euros.
"""


def test_extract_tells_what_the_store_has_and_keeps_nothing(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = tmp_path / "second.txt"
    second.write_text(SECOND, encoding="utf-8")
    capsys.readouterr()
    assert run("extract", second, "--store", filled, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    (match,) = found["actions"][0]["matches"]
    assert (match["action"], match["likely"]) == (1, True)
    assert {point["aspect"] for point in match["agrees"]} >= {"authority", "respondent"}
    contradiction = "€2,900,000 here, €2,500,000 in the store"
    assert match["conflicts"] == [{"aspect": "amount", "words": contradiction}]
    assert all(amount["readings"] == [] for amount in found["actions"][0]["amounts"])
    (warning,) = found["warnings"]
    assert warning["kind"] == "conflicting-figures"
    assert found["text"][warning["start"] : warning["end"]] == "€2.9 million"
    assert run("extract", second, "--store", filled) == 0
    printed = capsys.readouterr().out
    assert "seems to be action 1" in printed
    assert f"conflicts  {contradiction}" in printed
    assert run("list", "sources", "--store", filled, "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 1


def test_extract_offers_magnitudes_and_fills_none_in(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = tmp_path / "second.txt"
    second.write_text(
        SECOND.replace("€2.9 million", "€2.5 penalty").replace("2.9 million euros", "€2.5"), "utf-8"
    )
    capsys.readouterr()
    assert run("extract", second, "--store", filled, "--json") == 0
    amounts = json.loads(capsys.readouterr().out)["actions"][0]["amounts"]
    assert {(amount["value"], amount["scale"]) for amount in amounts} == {(2.5, "missing")}
    (reading,) = amounts[0]["readings"]
    assert (reading["value"], reading["currency"]) == (2_500_000, "EUR")
    assert reading["reasons"] == ["action 1 in the store has €2,500,000"]
    assert run("extract", second, "--store", filled) == 0
    assert "because action 1 in the store has €2,500,000" in capsys.readouterr().out


def test_list_and_search(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run("list", "actions", "--store", filled) == 0
    assert "€2,500,000" in capsys.readouterr().out
    assert run("list", "quotes", "--store", filled, "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["speaker"] == "Karel de Wit"
    assert run("search", "acme", "--store", filled, "--json") == 0
    assert {hit["kind"] for hit in json.loads(capsys.readouterr().out)} == {"action", "source"}


def test_a_wrong_query_is_explained_at_its_place(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run("search", "acme", "amount:lots", "--store", filled) == 0
    printed = capsys.readouterr()
    assert "Acme Corp" in printed.out
    explained, typed, marks = printed.err.splitlines()
    assert explained.startswith("casefile: “amount:” wants a figure")
    assert typed[marks.index("^") : len(marks)] == "amount:lots"


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_brief_prints_facts_with_their_passages(filled: Path, tmp_path: Path, paper: str) -> None:
    out = tmp_path / "out.pdf"
    assert run("brief", "--store", filled, "-o", out, "--paper", paper, "--marking", "CONFIDENTIAL") == 0
    text = " ".join(pdf_text(out).split())
    for words in (
        "Acme Corp",
        "€2,500,000",
        "Karel de Wit",
        "Nobody checked the lock for two years",
        "CONFIDENTIAL",
    ):
        assert words in text


def test_check_is_content_with_a_whole_store(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--store", filled) == 0
    assert "whole" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "actions", "--store", "{tmp}/none.casefile"),
        ("check", "--store", "{tmp}/acme.txt"),
        ("brief", "--store", "{store}", "-o", "{tmp}/nowhere/out.pdf"),
        ("brief", "--store", "{store}", "--case", "Unknown", "-o", "{tmp}/out.pdf"),
        ("extract", "{tmp}/gone.txt"),
        ("import", "{tmp}/acme.txt", "--store", "{tmp}/nowhere/s.casefile"),
        ("import", "{tmp}/acme.txt", "--store", "/proc/s.casefile"),
    ],
)
def test_failures_say_what_to_do_and_end_with_1(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    capsys.readouterr()
    assert run(*(part.format(tmp=tmp_path, store=filled) for part in arguments)) == 1
    printed = capsys.readouterr().err
    assert printed.startswith("casefile: ")
    assert "Traceback" not in printed
    assert printed.count(".") >= 2


@pytest.mark.parametrize("arguments", [(), ("list",), ("list", "dogs"), ("brief",), ("frob",)])
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*arguments)
    assert ended.value.code == 2


def test_the_demo_walks_the_whole_path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("demo", tmp_path / "demo") == 0
    printed = capsys.readouterr().out
    assert "accepted on your behalf" in printed
    assert "scale missing" in printed
    assert pdf_text(tmp_path / "demo" / "brief.pdf").count("Lumivara") > 3
    assert run("demo", tmp_path / "demo") == 0
    assert len(list((tmp_path / "demo").glob("demo.before-*.casefile"))) == 1


def test_import_goes_on_with_what_was_interrupted(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "s.casefile"
    store = Store.create(path)
    with store.write("Begin", by="ann", undoable=False) as writer:
        receipts.begin_batch(writer, "ann", [(article.name, article)])
    store.close()
    assert run("import", "--resume", "--store", path) == 0
    assert capsys.readouterr().out.split() == ["stored", "acme.txt"]
    assert run("import", "--resume", "--store", path) == 0
    assert capsys.readouterr().out == ""


def test_import_wants_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", "--store", tmp_path / "s.casefile") == 1
    assert "No file was named" in capsys.readouterr().err
    assert not (tmp_path / "s.casefile").exists()
