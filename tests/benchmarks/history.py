"""P4: the first page of a long timeline."""

from collections.abc import Iterator
from contextlib import closing

from tests.benchmarks.company import ACTIVITIES, NOTES, PURCHASES, Bench, sign_in
from tests.benchmarks.measuring import Result, compare, median

PAGE = 50

# The newest of three tables, each by its index, with all that a page shows; then the lines of the receipts.
_PAGE = f"""
    SELECT * FROM (
        SELECT * FROM (SELECT a.at, a.id, 'activity', a.title, a.text, t.id, t.code, t.name, t.icon, w.name, s.name
            FROM activity a JOIN activity_type t ON t.id = a.type_id LEFT JOIN worker w ON w.id = a.worker_id
            LEFT JOIN store s ON s.id = a.store_id
            WHERE a.customer_id = :customer ORDER BY a.at DESC, a.id DESC LIMIT {PAGE})
        UNION ALL SELECT * FROM (SELECT n.at, n.id, 'note', n.title, n.text, n.restriction, '', '', '', w.name, ''
            FROM note n LEFT JOIN worker w ON w.id = n.worker_id
            WHERE n.customer_id = :customer ORDER BY n.at DESC, n.id DESC LIMIT {PAGE})
        UNION ALL SELECT * FROM (SELECT p.at, p.id, 'purchase', '', p.order_number, p.amount, '', e.currency, '', '',
            s.name FROM purchase p JOIN store s ON s.id = p.store_id JOIN legal_entity e ON e.id = s.legal_entity_id
            WHERE p.customer_id = :customer ORDER BY p.at DESC, p.id DESC LIMIT {PAGE})
    ) ORDER BY 1 DESC, 2 DESC LIMIT {PAGE}"""
_TO_ANOTHER = """
    UPDATE note SET audience = 'private', worker_id = (SELECT id FROM worker WHERE personnel_number = :number)
    WHERE customer_id = :customer AND rowid % 2"""
_TO_ALL = "UPDATE note SET audience = 'team' WHERE customer_id = :customer"
_LINES = """
    SELECT l.purchase_id, p.sku, p.name, l.quantity, l.amount FROM purchase_line l JOIN product p ON p.id = l.product_id
    WHERE l.purchase_id IN (SELECT value FROM json_each(?)) ORDER BY l.purchase_id, l.line"""


def timeline(bench: Bench) -> Iterator[Result]:
    """P4."""
    services = bench.services()
    session = sign_in(services, "001")
    with closing(services), closing(bench.raw()) as raw:
        (customer,) = raw.execute("SELECT customer_id FROM activity LIMIT 1").fetchone()

        def floor() -> int:
            raw.execute("BEGIN")
            rows = raw.execute(_PAGE, {"customer": customer}).fetchall()
            receipts = ",".join(str(row[1]) for row in rows if row[2] == "purchase")
            raw.execute(_LINES, (f"[{receipts}]",)).fetchall()
            raw.execute("ROLLBACK")
            return len(rows)

        assert floor() == len(services.timelines.page(session, customer).items) == PAGE
        times = compare(floor, lambda: services.timelines.page(session, customer))
        items = ACTIVITIES + NOTES + PURCHASES
        yield Result("P4", f"first {PAGE} of {items:,} items of a timeline", *times, times=2)
        raw.execute(_TO_ANOTHER, {"customer": customer, "number": "002"})
        alone = median(lambda: services.timelines.page(session, customer))
        raw.execute(_TO_ALL, {"customer": customer})
        yield Result("P4", "the same with half of the notes private to somebody else", times[1], alone)
