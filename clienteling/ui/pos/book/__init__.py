"""The book pages: my client book and the store's, with filters, cards and what can be done with them."""
