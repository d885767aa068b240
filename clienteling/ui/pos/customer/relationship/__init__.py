"""The tab of a customer's relationship: health, figures, and who knows the customer."""
