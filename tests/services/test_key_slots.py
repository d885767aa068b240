"""Slots by key against a dictionary."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from clienteling.services.key_slots import KeySlots

keys = st.integers(1, 30)


@given(st.lists(keys, unique=True), st.data())
def test_slots_are_found_as_in_a_dictionary(known: list[int], data: st.DataObject) -> None:
    used = data.draw(st.permutations([slot for slot in range(len(known)) if data.draw(st.booleans())]))
    slots = KeySlots(np.array(known, np.int64), np.array(used, np.int64))
    expected = {known[slot]: slot for slot in used}
    for key, slot in data.draw(st.lists(st.tuples(keys, st.none() | st.integers(0, 99)))):
        slots.put(key, slot)
        if slot is None:
            expected.pop(key, None)
        else:
            expected[key] = slot
    assert {key: slots.get(key) for key in range(32)} == {key: expected.get(key) for key in range(32)}
