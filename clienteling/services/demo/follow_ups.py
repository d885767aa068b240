"""What the cast has set out to do."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from clienteling.database import company, follow_ups, workers
from clienteling.database.books import by_account
from clienteling.database.engine import Transaction
from clienteling.services.demo.cast_stories import CAMILLE, DEWI, GIULIA, JANIS, NOOR
from clienteling.services.demo.retailer import MAIJA


@dataclass(frozen=True, slots=True)
class ToDo:
    """Something about a customer, so many days from today on."""

    account: str
    days: int
    title: str
    text: str = ""
    at: time | None = None


TO_DO = (
    ToDo(JANIS, -1, "Call about the fitting", "The trousers are back from the tailor."),
    ToDo(CAMILLE, 0, "Send the lookbook", "She asked for it.", time(11)),
    ToDo(DEWI, 0, "Thank her for her visit", "Was here with her sister."),
    ToDo(NOOR, 3, "Confirm the table", "For two, at the preview.", time(16)),
    ToDo(GIULIA, 7, "Order size 38", "The riding boots in cognac."),
)


def add_follow_ups(transaction: Transaction, today: date, now: datetime) -> None:
    """Give Maija what she has to do."""
    maija = workers.by_number(transaction, MAIJA)
    if maija is None:
        return
    for entity in company.legal_entities(transaction):
        known = by_account(transaction, entity.id, [one.account for one in TO_DO])
        for one in TO_DO:
            if one.account in known:
                follow_ups.add(
                    transaction,
                    entity.id,
                    maija.id,
                    [known[one.account]],
                    title=one.title,
                    text=one.text,
                    due=today + timedelta(days=one.days),
                    at=one.at,
                    made_by=maija.id,
                    made_at=now,
                )
