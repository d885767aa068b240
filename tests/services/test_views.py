"""Saved views: own ones and shared ones, who may do what with them, and what is recorded."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from sqlalchemy import text

from clienteling.database import attributes, company
from clienteling.domain.audit import Changes, Kind
from clienteling.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from clienteling.domain.filters import Between, Contains, OneOf, Query, Since
from clienteling.domain.history import CONTACT, SPEND
from clienteling.domain.operations import Operation
from clienteling.domain.saved_view import SavedView
from clienteling.domain.worker import Session
from clienteling.services.books import View
from clienteling.services.operations import Writing
from tests.support import naughty
from tests.support.program import Program

STALE = Query((Since(CONTACT, 60, more=True), Between(SPEND, Decimal(500), None)), CONTACT)


def names(program: Program, session: Session, view: View = View.MINE) -> list[str]:
    return [saved.name for saved in program.services.views.list(session, view)]


def one(program: Program, session: Session, name: str, view: View = View.MINE) -> SavedView:
    return next(saved for saved in program.services.views.list(session, view) if saved.name == name)


def brand(program: Program, session: Session) -> str:
    return next(d.key for d in program.services.books.definitions(session) if d.attribute.name == "Brand")


def test_a_view_is_there_again_with_all_that_it_asked(program: Program) -> None:
    session, views = program.session("001"), program.services.views
    changes = views.save(session, View.MINE, "  To call ", STALE)
    assert changes.kinds == {Kind.VIEWS}
    with program.beside() as other:
        saved = one(other, session, "To call")
        assert (saved.query, saved.owner, saved.is_shared, saved.lost) == (STALE, "Anna Ozola", False, ())
        assert other.services.books.find(session, View.MINE, saved.query).of == 10
    assert names(program, session, View.STORE) == []
    assert names(program, program.session("002")) == []


def test_own_views_come_first_and_then_those_that_are_shared_with_the_store(program: Program) -> None:
    anna, jens, mara, soren = (program.session(number) for number in ("001", "002", "003", "004"))
    views = program.services.views
    views.save(mara, View.STORE, "Ärzte", STALE, shared=True)
    views.save(mara, View.STORE, "Mine alone", STALE)
    for name in ("zebra", "Älter", "alt"):
        views.save(anna, View.STORE, name, STALE)
    assert names(program, anna, View.STORE) == ["alt", "Älter", "zebra", "Ärzte"]
    assert names(program, jens, View.STORE) == ["Ärzte"]
    assert names(program, soren, View.STORE) == []
    assert one(program, jens, "Ärzte", View.STORE).owner == "Mara Liepa"


def test_a_name_is_given_once(program: Program) -> None:
    session, views = program.session("001"), program.services.views
    views.save(session, View.MINE, "To call", STALE)
    views.save(session, View.MINE, "Other", STALE)
    with pytest.raises(Invalid) as refusal:
        views.save(session, View.MINE, "TO  cáll", Query())
    assert refusal.value.field == "name"
    with pytest.raises(Invalid) as refusal:
        views.rename(session, View.MINE, one(program, session, "Other"), "to call")
    assert refusal.value.field == "name"
    views.rename(session, View.MINE, one(program, session, "To call"), "TO CALL")
    # The name is free in the other view, and for somebody else.
    views.save(session, View.STORE, "To call", STALE)
    views.save(program.session("002"), View.MINE, "To call", STALE)
    assert names(program, session) == ["Other", "TO CALL"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "a\0b"])
def test_a_name_that_cannot_be_kept_is_refused_at_the_field(program: Program, name: str) -> None:
    with pytest.raises(Invalid) as refusal:
        program.services.views.save(program.session("001"), View.MINE, name, STALE)
    assert refusal.value.field == "name"


def test_only_who_has_the_right_shares_views_and_changes_shared_ones(program: Program) -> None:
    anna, mara, views = program.session("001"), program.session("003"), program.services.views
    with pytest.raises(NotAllowed):
        views.save(anna, View.MINE, "For all", STALE, shared=True)
    views.save(anna, View.MINE, "To call", STALE)
    with pytest.raises(NotAllowed):
        views.share(anna, View.MINE, one(program, anna, "To call"), shared=True)
    views.save(mara, View.MINE, "Shared", STALE, shared=True)
    shared = one(program, anna, "Shared")
    acts: list[Callable[[], Changes]] = [
        lambda: views.replace(anna, View.MINE, shared, Query()),
        lambda: views.rename(anna, View.MINE, shared, "Mine now"),
        lambda: views.delete(anna, View.MINE, shared),
        lambda: views.share(anna, View.MINE, shared, shared=False),
    ]
    for act in acts:
        with pytest.raises(NotAllowed):
            act()
    assert one(program, mara, "Shared") == shared


def test_a_view_that_is_shared_no_more_is_gone_for_the_others(program: Program) -> None:
    anna, mara, views = program.session("001"), program.session("003"), program.services.views
    views.save(mara, View.MINE, "Shared", STALE, shared=True)
    views.share(mara, View.MINE, one(program, mara, "Shared"), shared=False)
    assert names(program, anna) == []
    assert not one(program, mara, "Shared").is_shared
    views.share(mara, View.MINE, one(program, mara, "Shared"), shared=True)
    assert names(program, anna) == ["Shared"]


def test_what_somebody_else_changed_is_not_overwritten_unseen(program: Program) -> None:
    mara, ada, views = program.session("003"), program.session("009"), program.services.views
    views.save(mara, View.STORE, "Shared", STALE, shared=True)
    seen = one(program, mara, "Shared", View.STORE)
    views.replace(ada, View.STORE, one(program, ada, "Shared", View.STORE), Query())
    acts: list[Callable[[], Changes]] = [
        lambda: views.replace(mara, View.STORE, seen, STALE),
        lambda: views.rename(mara, View.STORE, seen, "Other"),
        lambda: views.delete(mara, View.STORE, seen),
    ]
    for act in acts:
        with pytest.raises(Conflict):
            act()
    assert one(program, mara, "Shared", View.STORE).query == Query()
    views.delete(mara, View.STORE, one(program, mara, "Shared", View.STORE))
    with pytest.raises(NotFound):
        views.rename(ada, View.STORE, seen, "Other")


def test_a_view_of_somebody_else_that_is_not_shared_cannot_be_touched(program: Program) -> None:
    anna, ada, views = program.session("001"), program.session("009"), program.services.views
    views.save(anna, View.MINE, "To call", STALE)
    with pytest.raises(NotFound):
        views.delete(ada, View.MINE, one(program, anna, "To call"))


def test_a_deleted_view_comes_back_as_it_was(program: Program) -> None:
    mara, ada, views = program.session("003"), program.session("009"), program.services.views
    views.save(mara, View.MINE, "Shared", STALE, shared=True)
    before = one(program, ada, "Shared")
    views.delete(ada, View.MINE, before)
    assert names(program, mara) == []
    views.restore(ada, View.MINE, before)
    after = one(program, mara, "Shared")
    assert (after.owner_id, after.is_shared, after.query) == (mara.worker.id, True, STALE)


def test_each_change_of_a_view_is_recorded(program: Program) -> None:
    mara, views = program.session("003"), program.services.views
    views.save(mara, View.MINE, "Mine", STALE)
    views.rename(mara, View.MINE, one(program, mara, "Mine"), "Ours")
    views.share(mara, View.MINE, one(program, mara, "Ours"), shared=True)
    views.replace(mara, View.MINE, one(program, mara, "Ours"), Query())
    views.delete(mara, View.MINE, one(program, mara, "Ours"))
    done = program.database.read(
        lambda t: (
            t.connection()
            .execute(
                text(
                    "SELECT r.operation, c.before, c.after FROM record r JOIN record_change c ON c.record_id = r.id "
                    "ORDER BY r.id"
                )
            )
            .all()
        )
    )[-5:]
    save, share = Operation.SAVE_VIEW, Operation.SHARE_VIEW
    assert [row[0] for row in done] == [save, save, share, share, share]
    assert [tuple(row[1:]) for row in (done[0], done[1], done[2], done[4])] == [
        (None, "Mine"),
        ("Mine", "Ours"),
        ("own", "shared"),
        ("Ours", None),
    ]


def test_a_view_says_what_it_asks_for_that_is_not_there_any_more(program: Program) -> None:
    session, views = program.session("001"), program.services.views
    key = brand(program, session)
    kept = Since(CONTACT, 60, more=True)
    views.save(session, View.MINE, "Brands", Query((OneOf(key, frozenset({"Contoso"})), kept), key))

    def work(writing: Writing) -> None:
        size = program.company.properties.attributes["Size"]
        attributes.save_group(writing.transaction, "Short", [size.id])
        entity = session.legal_entity.id
        for parameter in (company.CLIENT_BOOK_GROUP, company.CUSTOMER_GROUP):
            company.set_parameter(writing.transaction, entity, parameter, "Short")
        writing.note("parameter", None, None, "Short")

    program.services.operations.write(None, Operation.SET_UP, work)
    saved = one(program, session, "Brands")
    assert saved.lost == ("Brand",)
    assert saved.query == Query((kept,))


def test_a_view_that_cannot_be_read_can_be_seen_and_deleted(program: Program) -> None:
    session, views = program.session("001"), program.services.views
    views.save(session, View.MINE, "Broken", STALE)
    program.database.write(lambda t: t.execute(text("UPDATE saved_view SET query = 'x'")))
    saved = one(program, session, "Broken")
    assert (saved.query, saved.lost) == (Query(), ("Broken",))
    views.delete(session, View.MINE, saved)
    assert names(program, session) == []


def test_any_text_in_a_filter_is_kept_exactly(sqlite_program: Program, postgres_program: Program) -> None:
    texts = [*naughty.strings(), "a\0b", "\ud800"]
    query = Query(tuple(Contains(key, " ".join(texts)) for key in ("name", "email", "card")))
    for program in (sqlite_program, postgres_program):
        session = program.session("001")
        program.services.views.save(session, View.MINE, "Odd", query)
        assert one(program, session, "Odd").query == query
