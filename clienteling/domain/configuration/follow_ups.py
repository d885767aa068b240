"""What headquarters wants to be followed up by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from clienteling.domain.configuration.item import Item, Reference, code_problems, key_of
from clienteling.domain.errors import Invalid
from clienteling.domain.follow_up import Cause, Rule, checked_rule


@dataclass(frozen=True, slots=True)
class FollowUpRule(Item):
    """A rule of a legal entity, see `domain.follow_up.Rule`."""

    legal_entity: str
    code: str
    cause: Cause
    title: str
    days: int = 7
    date_name: str = ""
    proposes: bool = True
    active: bool = True

    @property
    def key(self) -> str:
        return key_of(self.legal_entity, self.code)

    @property
    def rule(self) -> Rule:
        return Rule(self.code, self.cause, self.title, self.days, self.date_name, self.proposes, self.active)

    @classmethod
    def of(cls, legal_entity: str, rule: Rule) -> "FollowUpRule":
        return cls(
            legal_entity, rule.code, rule.cause, rule.title, rule.days, rule.date_name, rule.proposes, rule.active
        )

    def problems(self) -> Iterator[Invalid]:
        yield from code_problems("code", self.code)
        try:
            checked_rule(self.rule)
        except Invalid as problem:
            yield problem

    def references(self) -> Iterator[Reference]:
        yield Reference("legal_entity", "legal_entities", self.legal_entity)
