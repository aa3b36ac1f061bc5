"""The declarations an edition is made from, as validated records.

A source, a measure family and a service are TOML files; unknown keys are refused, so a
misspelt key is a sentence at build start and not a silent default.
"""

from data.build.records.address import Addressed, SourceAddress, SourceFile
from data.build.records.measure import Absent, Circumstance, Family, Measure, load_families
from data.build.records.reading import PeriodRule, Place, Reading, Unpivot
from data.build.records.record import Record, RecordError, checked, content_of
from data.build.records.service import Service, load_services
from data.build.records.source import LICENCES, Source, load_sources

__all__ = [
    "LICENCES",
    "Absent",
    "Addressed",
    "Circumstance",
    "Family",
    "Measure",
    "PeriodRule",
    "Place",
    "Reading",
    "Record",
    "RecordError",
    "Service",
    "Source",
    "SourceAddress",
    "SourceFile",
    "Unpivot",
    "checked",
    "content_of",
    "load_families",
    "load_services",
    "load_sources",
]
