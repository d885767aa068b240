"""The engagement engine: mails and meetings in, numbers of accounts out. It knows no database and no window."""
