from clienteling.ui.pos.customer.attributes_tab import AttributesTab
from clienteling.ui.pos.customer.fact_row import FactRow
from clienteling.ui.widgets.section import SectionHead
from tests.support.customers import NewCustomer
from tests.ui.pos.customer.conftest import Counter, settle


def tab(counter: Counter, width: int = 926) -> AttributesTab:
    shown = AttributesTab(counter.till)
    shown.setFixedWidth(width)
    counter.put(shown)
    new = NewCustomer("X-1", "Nora Berg", values={"Brand": "Contoso", "Secret": "s" * 900}, measures={"Churn": 40})
    shown.show_profile(counter.profile(counter.add_customer(new)))
    settle()
    return shown


def rows(shown: AttributesTab) -> list[FactRow]:
    return [row for row in shown.findChildren(FactRow) if row.isVisibleTo(shown)]


def test_every_attribute_stands_in_its_group_with_a_dash_for_none(counter: Counter) -> None:
    shown = tab(counter)
    heads = [head.title.text() for head in shown.findChildren(SectionHead) if head.isVisibleTo(shown)]
    assert heads == ["File", "Customer Insights", "Client book", "Customer"]
    spoken = {row.accessibleName() for row in rows(shown)}
    assert {"Account number: X-1", "Kind: Person", "Name: Nora Berg", "Brand: Contoso", "Spend: –"} <= spoken
    assert f"Secret: {'s' * 900}" in spoken


def test_a_long_value_shows_whole_here(counter: Counter) -> None:
    shown = tab(counter)
    (secret,) = [row for row in rows(shown) if row.accessibleName().startswith("Secret")]
    assert secret.toolTip() == ""
    assert secret.height() > 28 + 6 * 20


def test_a_wider_window_has_more_columns(counter: Counter) -> None:
    def columns(width: int) -> int:
        shown.setFixedWidth(width)
        settle()
        file = rows(shown)[:6]
        return len({row.mapTo(shown, row.rect().topLeft()).x() for row in file})

    shown = tab(counter)
    assert [columns(width) for width in (500, 926, 1480)] == [1, 2, 3]


def test_another_customer_replaces_the_one_before(counter: Counter) -> None:
    shown = tab(counter)
    shown.show_profile(counter.profile(counter.customer("C-0001")))
    settle()
    assert "Account number: C-0001" in {row.accessibleName() for row in rows(shown)}
    assert "Account number: X-1" not in {row.accessibleName() for row in rows(shown)}
