"""Licences by the names that people know."""

LICENCES = {
    "OGL-UK-3.0": "Open Government Licence v3.0",
    "CC-BY-4.0": "Creative Commons Attribution 4.0",
    "OPL-3.0": "Open Parliament Licence v3.0",
    "MIT": "MIT licence",
    "ONSPD": "Open Government Licence v3.0, with Royal Mail and Ordnance Survey rights",
    "PDDL-1.0": "Public Domain Dedication and Licence 1.0",
    "transparency-code": "no licence stated with the copy; published for open re-use under the "
    "Local Government Transparency Code",
    "facts-only": "no licence stated; single facts, each with where it is evidenced",
    "none-stated": "no licence stated",
}
