"""Views at the command line."""

from clienteling.domain.parameters import CARD_PLACES
from tests.cli.conftest import Shop

ANNA = ("--as", "001")


def saved(shop: Shop, *options: str) -> list[dict[str, object]]:
    views = shop.call("views", "list", *options, "--json").document["views"]
    assert isinstance(views, list)
    return views


def found(shop: Shop, *options: str) -> list[str]:
    done = shop.call("book", "list", *options, *ANNA, "--json")
    assert done.code == 0, done.err
    customers = done.document["customers"]
    assert isinstance(customers, list)
    return [customer["account_number"] for customer in customers]


def test_filters_and_order_are_saved_and_asked_by_name(any_shop: Shop) -> None:
    shop = any_shop
    asked = ("--filter", "Last email=more than 5 days", "--filter", "Brand=Contoso", "--sort", "-total spend")
    done = shop.call("views", "save", "To call", *asked, *ANNA)
    assert (done.code, done.out) == (0, "View “To call” saved.\n")
    expected = found(shop, *asked)
    assert found(shop, "--view", "to CALL") == expected
    (view,) = saved(shop, *ANNA)
    assert (view["name"], view["owner"], view["shared"], view["lost"]) == ("To call", "001", False, [])
    assert view["query"]["sort"]["name"] == "Total spend"  # type: ignore[index]
    table = shop.call("views", "list", *ANNA).out
    assert "To call" in table
    assert "Last email, Brand" in table
    assert "-Total spend" in table


def test_what_is_said_beside_a_view_goes_before_it(shop: Shop) -> None:
    shop.call("views", "save", "Contoso", "--filter", "Brand=Contoso", "--sort=-name", *ANNA)
    brand = ("--filter", "Brand=Fabrikam")
    assert found(shop, "--view", "Contoso", *brand) == found(shop, *brand, "--sort=-name")
    assert found(shop, "--view", "Contoso", "--sort", "name") == found(shop, "--filter", "Brand=Contoso")


def test_saving_again_takes_the_place_of_the_former(shop: Shop) -> None:
    for limit in ("1", "3"):
        done = shop.call("views", "save", "Often", "--filter", f"Purchases={limit}..", *ANNA, "--json")
        assert done.document["new"] is (limit == "1")
    assert found(shop, "--view", "Often") == found(shop, "--filter", "Purchases=3..")
    assert len(saved(shop, *ANNA)) == 1


def test_a_view_is_shared_by_who_may_and_seen_by_the_store(shop: Shop) -> None:
    refused = shop.call("views", "save", "All", "--store", "--share", *ANNA, "--json")
    assert (refused.code, refused.error["error"]) == (1, "not_allowed")
    shop.call("views", "save", "All", "--store", "--as", "003")
    assert saved(shop, "--store", *ANNA) == []
    done = shop.call("views", "save", "All", "--store", "--share", "--as", "003")
    assert done.out == "View “All” saved and shared with the store.\n"
    (view,) = saved(shop, "--store", *ANNA)
    assert (view["name"], view["owner"], view["shared"]) == ("All", "003", True)


def test_a_view_is_deleted_by_its_owner(shop: Shop) -> None:
    shop.call("views", "save", "To call", *ANNA)
    refused = shop.call("views", "delete", "To call", "--as", "002", "--json")
    assert (refused.code, refused.error["error"]) == (1, "not_found")
    assert shop.call("views", "delete", "to call", *ANNA).out == "View “To call” deleted.\n"
    assert shop.call("views", "list", *ANNA).out == "No views are saved here.\n"


def test_a_view_that_is_not_there_is_refused_with_those_that_are(shop: Shop) -> None:
    assert "There is no view “x” here." in shop.call("book", "list", "--view", "x", *ANNA).err
    shop.call("views", "save", "To call", *ANNA)
    assert "There are: To call." in shop.call("book", "list", "--view", "x", *ANNA).err


def test_cards_show_as_many_properties_as_the_company_wants(shop: Shop) -> None:
    assert shop.call("settings", "set", CARD_PLACES.key, "5", "--as", "009").code == 0
    customers = shop.call("book", "list", *ANNA, "--json").document["customers"]
    assert isinstance(customers, list)
    assert len(customers[0]["properties"]) == 5
