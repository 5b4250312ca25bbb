"""The JSON of a case file holds to its schema, and its passages to the texts."""

import copy
import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from casefile.exchange.export import export_records
from casefile.exchange.formats import ExportFormat
from casefile.exchange.record_json import SCHEMA
from casefile.paths import resource
from tests.exchange.conftest import Made
from tests.store.records import TEXT


@pytest.fixture(scope="module")
def content(made: Made) -> Any:  # noqa: ANN401
    return json.loads(made.export(ExportFormat.JSON))


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(resource(SCHEMA).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def test_it_is_valid_and_has_what_the_case_file_has(
    content: Any,  # noqa: ANN401
    validator: jsonschema.Draft202012Validator,
) -> None:
    validator.validate(content)
    assert content["case"] == {"title": "Files", "purpose": "For the committee"}
    counts = [len(content[name]) for name in ("actions", "quotes", "events", "sources")]
    assert counts == [2, 1, 5, 2]


def test_the_whole_store_is_valid_too(made: Made, validator: jsonschema.Draft202012Validator) -> None:
    path = made.folder / "all.json"
    export_records(made.store, ExportFormat.JSON, path)
    whole = json.loads(path.read_bytes())
    validator.validate(whole)
    assert (whole["case"], len(whole["actions"])) == (None, 3)


DAMAGES: tuple[Callable[[Any], object], ...] = (
    lambda one: one["actions"][0].pop("decided"),
    lambda one: one["actions"][0].update(more=1),
    lambda one: one["actions"][0]["amount"].update(value="2,5"),
    lambda one: one["sources"][0].update(sha256="x"),
    lambda one: one["quotes"][0]["passage"].update(start=-1),
)


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_schema_refuses_what_it_does_not_know(
    content: Any,  # noqa: ANN401
    validator: jsonschema.Draft202012Validator,
    damage: Callable[[Any], object],
) -> None:
    damaged = copy.deepcopy(content)
    damage(damaged)
    assert not validator.is_valid(damaged)


def test_every_passage_stands_in_its_text(content: Any) -> None:  # noqa: ANN401
    claims = [claim for action in content["actions"] for fact in action["facts"] for claim in fact["claims"]]
    passages = [passage for claim in claims for passage in claim["passages"]]
    passages += [content["quotes"][0]["passage"]]
    assert len(passages) > 10
    assert all(TEXT[one["start"] : one["end"]] == one["exact"] for one in passages)


def test_a_sum_without_magnitude_is_marked(content: Any) -> None:  # noqa: ANN401
    amounts = {action["amount"]["magnitude"]: action["amount"]["value"] for action in content["actions"]}
    assert amounts == {"stated": "2500000.00", "missing": "33.70"}
