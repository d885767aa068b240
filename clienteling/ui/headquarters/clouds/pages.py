"""The pages of the clouds, as the workspace shows them."""

from PySide6.QtCore import QCoreApplication

from clienteling.domain.operations import Operation
from clienteling.ui.headquarters.clouds.diagnostics_page import DiagnosticsPage
from clienteling.ui.headquarters.clouds.entra_page import EntraPage
from clienteling.ui.headquarters.clouds.insights_page import InsightsPage
from clienteling.ui.headquarters.clouds.key_vault_page import KeyVaultPage
from clienteling.ui.headquarters.spec import HeadquartersSpec
from clienteling.ui.till import Till


def cloud_specs(till: Till) -> tuple[HeadquartersSpec, ...]:
    """Key Vault, Customer Insights, Entra ID, and how the links fare."""
    translate, o = QCoreApplication.translate, Operation
    group = translate("Headquarters", "Services")
    return (
        HeadquartersSpec(
            "key_vault",
            translate("Headquarters", "Key Vault"),
            "vault",
            group,
            lambda: KeyVaultPage(till),
            o.KEY_VAULT,
        ),
        HeadquartersSpec(
            "insights",
            translate("Headquarters", "Customer Insights"),
            "sparkles",
            group,
            lambda: InsightsPage(till),
            o.INSIGHTS,
        ),
        HeadquartersSpec(
            "entra",
            translate("Headquarters", "Entra ID"),
            "building-2",
            group,
            lambda: EntraPage(till),
        ),
        HeadquartersSpec(
            "cloud_diagnostics",
            translate("Headquarters", "Diagnostics"),
            "stethoscope",
            group,
            lambda: DiagnosticsPage(till),
            o.KEY_VAULT,
        ),
    )
