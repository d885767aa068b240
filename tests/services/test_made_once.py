"""Parts that are made when first asked for."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from clienteling.services.made_once import MadeOnce, made_once


class Shop(MadeOnce):
    def __init__(self) -> None:
        super().__init__()
        self.made: list[str] = []

    @made_once
    def till(self) -> object:
        self.made.append("till")
        return object()

    @made_once
    def desk(self) -> tuple[object]:
        self.made.append("desk")
        return (self.till,)


def test_a_part_is_made_when_asked_for_with_the_parts_that_it_needs() -> None:
    shop = Shop()
    assert shop.made == []

    assert shop.desk == (shop.till,)
    assert shop.desk is shop.desk
    assert shop.made == ["desk", "till"]


def test_threads_that_ask_at_once_get_the_same_part() -> None:
    class Slow(MadeOnce):
        @made_once
        def part(self) -> object:
            together.wait()
            return object()

    together, slow = Barrier(2, timeout=20), Slow()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(lambda: slow.part)
        while not together.n_waiting:
            pass
        second = pool.submit(lambda: slow.part)
        together.wait()
        assert first.result() is second.result()
