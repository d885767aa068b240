"""The demo company Maison Aurel, made from a seed: nobody in it is real."""
