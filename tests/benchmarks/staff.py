"""Who is in the company, for windows that may import nothing else."""

PASSWORD = "benchmark-1"
STORES = {"B01": ("001", "002", "003"), "B02": ("004", "005", "006", "007", "008", "009", "010")}
MANAGER = "003"
