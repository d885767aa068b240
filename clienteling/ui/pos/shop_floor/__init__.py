"""What managers do beside reassigning: the figures of the store, splitting a leaver's book, lending one."""
