from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.keys import EPOCH, NODES, KeyMaker, first_key_at, milliseconds

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_keys_of_a_standing_clock_are_different_and_rise() -> None:
    keys = KeyMaker(1, lambda: NOW)
    made = [keys() for _ in range(20_000)]  # more than fit into one millisecond
    assert made == sorted(set(made))


def test_keys_rise_with_the_clock() -> None:
    moments = iter([NOW, NOW + timedelta(milliseconds=1), NOW + timedelta(days=1)])
    keys = KeyMaker(1, lambda: next(moments))
    made = [keys(), keys(), keys()]
    assert made == sorted(set(made))


@given(st.lists(st.integers(-10_000, 10_000), min_size=1, max_size=50))
def test_keys_rise_even_when_the_clock_goes_back(steps: list[int]) -> None:
    moments = iter(NOW + timedelta(milliseconds=step) for step in steps)
    keys = KeyMaker(1, lambda: next(moments))
    made = [keys() for _ in steps]
    assert made == sorted(set(made))


def test_a_clock_before_the_epoch_still_gives_keys() -> None:
    keys = KeyMaker(1, lambda: EPOCH - timedelta(days=1))
    assert 0 < keys() < keys()


def test_threads_never_get_the_same_key() -> None:
    keys = KeyMaker(1, lambda: NOW)
    with ThreadPoolExecutor(8) as pool:
        lists = list(pool.map(lambda _: [keys() for _ in range(2000)], range(8)))
    assert len({key for made in lists for key in made}) == 16_000
    assert all(made == sorted(made) for made in lists)


def test_nodes_never_make_the_same_key() -> None:
    makers = [KeyMaker(node, lambda: NOW) for node in range(NODES)]
    made = [maker() for maker in makers for _ in range(3)]
    assert len(set(made)) == len(made)


def test_keys_fit_into_63_bits_until_the_time_runs_out() -> None:
    last = EPOCH + timedelta(milliseconds=(1 << 41) - 1)
    assert 0 < KeyMaker(NODES - 1, lambda: last)() < 1 << 63
    assert last.year >= 2089


@given(st.integers(0, (1 << 41) - 1))
def test_every_millisecond_is_counted_exactly(number: int) -> None:
    moment = EPOCH + timedelta(milliseconds=number)
    assert milliseconds(moment) == number
    assert milliseconds(moment + timedelta(microseconds=999)) == number


@given(st.datetimes(datetime(2020, 1, 1), datetime(2080, 1, 1), timezones=st.just(UTC)), st.integers(0, 5000))
def test_no_key_of_a_moment_is_smaller_than_its_first_one(moment: datetime, node: int) -> None:
    key = KeyMaker(node, lambda: moment)()
    assert first_key_at(moment) <= key < first_key_at(moment + timedelta(milliseconds=1))
