"""Parts of a whole that are made when first asked for, and then kept."""

from collections.abc import Callable
from threading import RLock
from typing import Any, Generic, Self, TypeVar, overload

Part = TypeVar("Part")


class MadeOnce:
    """The whole. Any thread may ask it for its parts."""

    def __init__(self) -> None:
        self.making = RLock()


class made_once(Generic[Part]):
    """A method as a part: `functools.cached_property`, but that two threads never get two of it."""

    def __init__(self, make: Callable[[Any], Part]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, whole: None, owner: type[MadeOnce]) -> Self: ...
    @overload
    def __get__(self, whole: MadeOnce, owner: type[MadeOnce]) -> Part: ...
    def __get__(self, whole: MadeOnce | None, owner: type[MadeOnce]) -> "Self | Part":
        if whole is None:
            return self
        # A part that is there is found in the whole itself, and never leads here again.
        with whole.making:
            if self._name not in whole.__dict__:
                whole.__dict__[self._name] = self._make(whole)
        part: Part = whole.__dict__[self._name]
        return part
