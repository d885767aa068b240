"""Use cases, one module per noun. Services own transactions, permissions and the audit."""
