from tests.cli.conftest import Shop
from tests.support.cloud.world import TENANT

OID = "99999999-0000-4000-8000-000000000001"
ACCOUNT = ("--oid", OID, "--tid", TENANT)


def test_a_worker_gets_a_company_account_and_loses_it(shop: Shop) -> None:
    assert shop.call("worker", "entra", "001", *ACCOUNT).code == 0
    taken = shop.call("worker", "entra", "002", *ACCOUNT, "--json")
    assert (taken.code, "company account of Anna Ozola" in taken.error["message"]) == (1, True)
    assert OID in shop.call("setup", "export").out
    assert "no company account any more" in shop.call("worker", "entra", "001", "--remove").out
    assert OID not in shop.call("setup", "export").out


def test_an_account_is_named_or_removed(shop: Shop) -> None:
    assert shop.call("worker", "entra", "001").code == 2
    assert shop.call("worker", "entra", "001", "--remove", *ACCOUNT).code == 2
    assert shop.call("worker", "entra", "999", *ACCOUNT).code == 1
