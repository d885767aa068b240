"""Key Vault and Customer Insights: parameters, the chain to them, and the values that come from there."""
