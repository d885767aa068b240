"""All customers of the company, as headquarters sees them."""
