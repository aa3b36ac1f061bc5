"""Do the tests notice when a rule of comparison is changed? ``make mutants``; long, by hand.

One small change at a time is made to a file in the memory of a process of its own, never on disk,
and the tests that hold the file are run. A change that no test notices is a survivor. Which files,
which tests, and which survivors mean the same as the original stands in targets.toml.
"""
