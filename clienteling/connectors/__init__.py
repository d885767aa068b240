"""The clouds. Independent of one another; all of them go out through `calls`, and their failures are problems."""
