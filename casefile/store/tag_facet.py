"""The facet of tags, for any list whose records can have them. Reading only."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from casefile.store.facets import Facet, Tests
from casefile.store.tags import LINKS, Tagged


def tag_facet(kind: Tagged) -> Facet:
    """By the name of the tag; records without any have no value."""
    links = LINKS[kind]

    def test(keys: frozenset[str]) -> ColumnElement[bool]:
        own: ColumnElement[bool] = links.listing.id.in_(
            select(links.owner_id).where(links.model.tag.in_(keys))
        )
        return own

    def counted(tests: Tests) -> Select[*tuple[Any, ...]]:
        return (
            select(links.model.tag.label("key"), links.model.tag.label("label"), func.count().label("count"))
            .join(links.listing, links.listing.id == links.owner_id)
            .where(*tests)
            .group_by(links.model.tag)
        )

    return Facet(test, counted)
