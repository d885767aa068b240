"""The parameters of a legal entity, see `domain.parameters`. Everybody's till reads them; setting them is 9006."""

from collections.abc import Mapping

from clienteling.database import company
from clienteling.domain.audit import Changes
from clienteling.domain.company import LegalEntity
from clienteling.domain.operations import Operation
from clienteling.domain.parameters import parameter, shown, written
from clienteling.domain.worker import Session
from clienteling.services.book_moves import check_parameter
from clienteling.services.operations import Operations, Writing


class Parameters:
    """Reads and sets them."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def legal_entities(self) -> tuple[LegalEntity, ...]:
        return self._operations.database.read(company.legal_entities)

    def given(self, legal_entity: LegalEntity) -> Mapping[str, str]:
        """What was chosen: `IDLE_LOCK.of(services.parameters.given(session.legal_entity))`."""
        return self._operations.database.read(lambda t: company.parameters(t, legal_entity.id))

    def set(self, session: Session | None, legal_entity: LegalEntity, key: str, text: str) -> Changes:
        """Choose a value, as it was typed. Raises `NotFound` for an unknown key, `Invalid` for a wrong value."""
        return self.set_several(session, legal_entity, {key: text})

    def set_several(self, session: Session | None, legal_entity: LegalEntity, texts: Mapping[str, str]) -> Changes:
        """Choose values by key, as they were typed: all of them or none."""
        values = {key: written(parameter(key), text) for key, text in texts.items()}

        def work(writing: Writing) -> None:
            given = company.parameters(writing.transaction, legal_entity.id)
            for chosen, value in ((parameter(key), value) for key, value in values.items()):
                before = shown(chosen, given)
                if before != value:
                    check_parameter(writing.transaction, legal_entity.id, chosen.key, value)
                    company.set_parameter(writing.transaction, legal_entity.id, chosen.key, value)
                    writing.note(f"setting {legal_entity.code} {chosen.key}", None, before, value)

        return self._operations.write(session, Operation.SET_UP, work)
