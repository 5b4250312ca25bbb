"""The shipped names of parties: every one of them can be found, none means two companies."""

from collections import Counter

from casefile.names import party_names
from casefile.store.folding import fold
from casefile.store.matching import party_key


def test_no_name_is_that_of_two_companies() -> None:
    keys = Counter(
        key
        for company in party_names().companies
        for key in {party_key(name) for name in (company.name, *company.also)}
    )
    assert [key for key, count in keys.items() if count > 1] == []
    assert len(keys) > 100


def test_every_group_is_a_company_of_the_list() -> None:
    names = {company.name for company in party_names().companies}
    groups = {company.group for company in party_names().companies if company.group}
    assert {group for group in groups if party_key(group) not in {party_key(name) for name in names}} == set()


def test_words_are_folded_and_mean_one_thing() -> None:
    forms = [form for group in party_names().alike for form in group]
    assert [form for form in forms if form != fold(form)] == []
    assert [form for form, count in Counter(forms).items() if count > 1] == []
    assert all(len(group) > 1 for group in party_names().alike)
