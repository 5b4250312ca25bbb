"""Importing a list by a mapping file at the command line."""

import json
from pathlib import Path

import pytest

from casefile.cli import main
from casefile.extraction.list_mapping import DateOrder, ListField, ListMapping, MappedColumn
from casefile.intake.action_lists import write_mapping

LIST = "Wer;Wann;Wieviel\nMuster GmbH;03/04/2024;5.000\nExemple SA;05/06/2024;unbekannt\n"
MAPPING = ListMapping(
    (
        MappedColumn("Wer", ListField.RESPONDENT),
        MappedColumn("Wann", ListField.DECIDED),
        MappedColumn(3, ListField.AMOUNT),
    ),
    currency="EUR",
    decimal_mark=",",
    date_order=DateOrder.DAY_FIRST,
    defaults={ListField.AUTHORITY: "CNIL", ListField.KIND: "fine"},
)


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_a_list_is_imported_by_its_mapping(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, mapping, store = tmp_path / "liste.csv", tmp_path / "mapping.json", tmp_path / "s.casefile"
    path.write_text(LIST, "utf-8")
    write_mapping(mapping, MAPPING)
    assert run("import", path, "--mapping", mapping, "--store", store, "--accept", "--json") == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["lists"]["1"]["proposed"] == 2
    assert run("list", "actions", "--store", store, "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert sorted(str(row["decided"]) for row in rows) == ["3 April 2024", "5 June 2024"]
    assert {"€5,000"} <= {str(row["amount"]) for row in rows}


def test_a_mapping_that_is_none_is_told_before_anything_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, mapping, store = tmp_path / "liste.csv", tmp_path / "mapping.json", tmp_path / "s.casefile"
    path.write_text(LIST, "utf-8")
    mapping.write_text("{}", "utf-8")
    assert run("import", path, "--mapping", mapping, "--store", store) == 1
    assert "mapping file" in capsys.readouterr().err
    assert not store.exists()
