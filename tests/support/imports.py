"""A company that is made of files, and what has become of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import text

from clienteling.database import migrations
from clienteling.database.engine import Database
from clienteling.domain.company import Register
from clienteling.domain.customer import Customer
from clienteling.domain.importing import Ending, ImportReport, Kind
from clienteling.domain.profile import Profile
from clienteling.domain.worker import Session
from clienteling.services.importing.importer import Importer
from clienteling.services.services import Services
from tests.support.clock import Clock

BASE = {
    Kind.LEGAL_ENTITIES: """legal_entity,name,currency,country
USMF,Contoso USA,USD,US
DEMF,Contoso Germany,EUR,DE
""",
    Kind.STORES: """store,name,legal_entity,city,time_zone
S01,North,USMF,Seattle,America/Los_Angeles
S02,South,USMF,Atlanta,America/New_York
B01,Berlin,DEMF,Berlin,Europe/Berlin
""",
    Kind.WORKERS: """personnel_number,name,title,role,stores,hire_date
001,Anna Ozola,Associate,associate,S01,2020-02-01
002,Jens Holm,Associate,associate,S01 S02,2021-02-01
003,Mara Liepa,Manager,manager,S01|S02,
004,Greta Weiß,Associate,associate,B01,
009,Ada Boss,Administrator,administrator,S01,
""",
    Kind.ATTRIBUTES: """name,type,options,multi_value,reference,filter_control,thresholds,client_book_order
Birthday,reference,,,Birthday,window,,1
Occupation,text,Professional|Manual,,,list,,2
Sizes,text,,yes,,list,,3
Income,currency,,,,range,30000;60000,4
Owner,boolean,,,,list,,
First visit,datetime,,,,window,,
""",
    Kind.PRODUCTS: """sku,name,category,price
P-1,Red helmet,Helmets,34.99
P-2,Blue sock,Socks,9.5
""",
    Kind.CUSTOMERS: """account_number,legal_entity,store,first_name,last_name,phone,email
C-1,USMF,S01,Zoë,Bērziņa,206-555-0100,zoe@example.com
C-2,USMF,S02,Jens,Kjær,,
C-3,DEMF,B01,Eva,Öz,030 901820,eva@example.com
""",
}
"""Two legal entities, three stores, five workers, three customers."""


@dataclass(frozen=True, slots=True)
class Imported:
    """Services on a database, and a folder for files."""

    services: Services
    folder: Path

    @property
    def importer(self) -> Importer:
        return self.services.importer

    def write(self, name: str, content: str | bytes) -> Path:
        file = self.folder / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    def take(self, kind: Kind, content: str | bytes, **options: Any) -> ImportReport:
        """Import a file with this content."""
        session = options.pop("session", None)
        return self.importer.import_file(session, kind, self.write(f"{kind}.csv", content), **options)

    def take_well(self, kind: Kind, content: str, **options: Any) -> ImportReport:
        """Import a file, all of whose rows are fine."""
        report = self.take(kind, content, **options)
        assert [rejected.reason for rejected in report.problems] == []
        assert report.ending is Ending.TAKEN
        return report

    def reasons(self, kind: Kind, content: str, **options: Any) -> list[tuple[int, str, str, str]]:
        """Line, column, value and reason of the rows that cannot be taken."""
        report = self.take(kind, content, **options)
        return [(p.line, p.column, p.value, p.reason) for p in report.problems]

    def select(self, statement: str) -> list[tuple[Any, ...]]:
        with self.services.database.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(statement))]

    def count(self, table: str) -> int:
        number = self.select(f"SELECT count(*) FROM {table}")[0][0]
        assert isinstance(number, int)
        return number

    def session(self, personnel_number: str, store: str = "S01") -> Session:
        """A worker at the first till of a store."""
        self.services.sign_in.set_password(None, personnel_number, "correct horse 1")
        return self.services.sign_in.sign_in(self.register(store), personnel_number, "correct horse 1")

    def register(self, store: str) -> Register:
        return next(r for r in self.services.sign_in.registers() if r.store.code == store)

    def profile(self, account_number: str, session: Session) -> Profile:
        (key,) = self.services.customers.by_account(session, [account_number])
        return self.services.customers.profile(session, key)

    def customer(self, account_number: str, session: Session) -> Customer:
        return self.profile(account_number, session).customer


def open_imported(database_url: str, folder: Path, clock: Clock | None = None) -> Imported:
    """Services on a database that is brought to the newest schema."""
    clock = clock or Clock()
    database = Database(database_url, clock)
    migrations.upgrade(database)
    return Imported(Services(database, clock), folder)


def make_base(database_url: str, folder: Path) -> None:
    """Import `BASE` into an empty database."""
    imported = open_imported(database_url, folder)
    for kind, content in BASE.items():
        imported.take_well(kind, content)
    imported.services.close()
