"""Account engagement at headquarters: what is set up, the wizard, runs and results."""
