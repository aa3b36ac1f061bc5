"""The parts of the Data page: one module a section."""
