"""Lists of payments changed on purpose, each with the truth that the change defines.

``sample`` takes rows of real files (or makes some up), ``changes`` and their fellows spoil them as
publishers and their programs do, ``measuring`` reads what comes out and holds it against the truth.
"""
