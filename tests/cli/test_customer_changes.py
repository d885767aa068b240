"""Creating and changing customers at the command line."""

from tests.cli.conftest import Shop


def customer(shop: Shop, account: str) -> dict[str, object]:
    done = shop.call("customer", "show", account, "--json", "--as", "001")
    assert done.code == 0, done.err
    return done.document


def test_a_customer_is_created_and_put_into_the_book(any_shop: Shop) -> None:
    done = any_shop.call(
        *("customer", "add", "--first-name", "Ilze", "--last-name", "Vītola", "--phone", "(212) 555-7788", "--book"),
        *("--set", "date.Birthday=1990-02-28", "--set", "consent.email=yes", "--set", "attribute.Brand=Contoso"),
        *("--set", "phone_2=+371 20 000 001", "--json", "--as", "001"),
    )
    assert done.code == 0, done.err
    found = customer(any_shop, str(done.document["account_number"]))
    assert found["name"] == "Ilze Vītola"
    assert isinstance(found["holder"], dict)
    assert found["holder"]["worker"] == "001"
    assert "+12125557788" in str(found["phones"])
    assert "+37120000001" in str(found["phones"])


def test_who_looks_like_somebody_is_created_only_on_demand(shop: Shop) -> None:
    words = ("customer", "add", "--first-name", "Ilze", "--last-name", "Vītola", "--json", "--as", "001")
    account = shop.call(*words).document["account_number"]
    again = shop.call(*words)
    assert again.code == 1
    assert str(account) in again.error["message"]
    assert shop.call(*words, "--anyway").code == 0


def test_fields_are_changed_and_the_others_stay(shop: Shop) -> None:
    before = customer(shop, "C-0001")
    done = shop.call(
        *("customer", "edit", "C-0001", "--set", "title=Dr.", "--set", "consent.post=no", "--as", "001"),
    )
    assert done.code == 0, done.err
    assert "is saved" in done.out
    after = customer(shop, "C-0001")
    assert (after["title"], after["name"], after["phones"]) == ("Dr.", before["name"], before["phones"])
    assert "as it was" in shop.call("customer", "edit", "C-0001", "--set", "title=Dr.", "--as", "001").out


def test_what_is_wrong_is_said_at_its_field(shop: Shop) -> None:
    done = shop.call("customer", "edit", "C-0001", "--set", "email=nonsense", "--json", "--as", "001")
    assert (done.code, done.error["field"]) == (1, "emails.0")
    done = shop.call("customer", "edit", "C-0001", "--set", "shoe=37", "--json", "--as", "001")
    assert (done.code, done.error["field"]) == (1, "shoe")
    done = shop.call("customer", "edit", "C-0001", "--set", "consent.fax=yes", "--json", "--as", "001")
    assert "phone, email, message, post" in done.error["message"]
    assert shop.call("customer", "edit", "C-0001", "--set", "title", "--as", "001").code == 2
