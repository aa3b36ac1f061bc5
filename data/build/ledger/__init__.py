"""The payments that councils publish, as tables of the contract ``data/ledger.sql``."""
