"""Follow-ups at the till: the page, the dialog, and what stands in the rail."""
