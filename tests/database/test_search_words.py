"""The migration gives customers who were there before what search finds them by now."""

from sqlalchemy import Connection, text

from clienteling.database.migrations import search_words
from tests.support.program import Program

_FOUND = (
    "SELECT legal_entity_id, token, customer_id, field FROM customer_token",
    "SELECT legal_entity_id, variant, token FROM token_variant",
)


def found(connection: Connection) -> list[set[tuple[object, ...]]]:
    return [{tuple(row) for row in connection.execute(text(query))} for query in _FOUND]


def test_customers_from_before_are_found_by_all_that_new_ones_are_found_by(program: Program) -> None:
    writer = program.database.engine.execution_options(clienteling_writing=True)
    with writer.begin() as connection:
        tokens, variants = found(connection)
        search_words.drop(connection)
        connection.execute(text("DELETE FROM token_variant"))
        left, _ = found(connection)
        assert {field for *_, field in tokens - left} == {"phone", "card", "attribute"}
        assert left < tokens
        for _ in range(2):  # whoever was there already stays
            search_words.fill(connection)
            assert found(connection) == [tokens, variants]
