import json

import pytest

from casefile.store.plain_sql import listed_ids


@pytest.mark.parametrize("count", [0, 1, 2, 3_000, 50_000])
def test_a_long_list_is_taken_apart_without_loss(count: int) -> None:
    ids = [(-1) ** number * number * 7_919 for number in range(count)]
    assert listed_ids(json.dumps(ids, separators=(",", ":"))) == ids
