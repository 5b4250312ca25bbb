"""Passages as Web Annotations: selectors that hold, bodies that say what rests on the passage."""

import json
from typing import Any

import pytest

from casefile.exchange.formats import ExportFormat
from tests.exchange.conftest import Made
from tests.store.records import TEXT


@pytest.fixture(scope="module")
def collection(made: Made) -> Any:  # noqa: ANN401
    return json.loads(made.export(ExportFormat.ANNOTATIONS))


def test_it_is_a_collection_of_the_model(collection: Any) -> None:  # noqa: ANN401
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len({item["id"] for item in items})
    assert all({"id", "type", "body", "target", "motivation"} <= item.keys() for item in items)


def test_selectors_hold_in_the_text_that_was_kept(collection: Any) -> None:  # noqa: ANN401
    for item in collection["first"]["items"]:
        place, quote = item["target"][0]["selector"]
        assert TEXT[place["start"] : place["end"]] == quote["exact"]
        assert TEXT[: place["start"]].endswith(quote["prefix"])
        assert TEXT[place["end"] :].startswith(quote["suffix"])


def test_a_publication_on_the_web_is_found_by_its_words_alone(collection: Any) -> None:  # noqa: ANN401
    on_web = [target for item in collection["first"]["items"] for target in item["target"][1:]]
    assert {target["source"] for target in on_web} == {"https://courier.example/a?b=1&c=%20#d"}
    assert {target["selector"]["type"] for target in on_web} == {"TextQuoteSelector"}


def test_bodies_say_what_rests_on_the_passage_and_who_said_so(collection: Any) -> None:  # noqa: ANN401
    items = collection["first"]["items"]
    words = {body["value"] for item in items for body in item["body"]}
    assert "Autoriteit Persoonsgegevens: Acme Corp: Fine, imposed: €2,500,000" in words
    assert "Quote: Ann Lee, chair" in words
    assert {"type": "Person", "name": "ann"} in [who for item in items for who in item.get("creator", ())]
