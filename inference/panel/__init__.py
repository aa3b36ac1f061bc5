"""Regressions over councils and years, with the checks that belong to them."""
