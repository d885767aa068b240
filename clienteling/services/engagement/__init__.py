"""Account engagement: enrichments, the runs that compute them, and what comes out."""
