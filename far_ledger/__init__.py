"""A ledger that lies elsewhere: on a shared disk or in an object store, read in parts as asked.

``place`` is the setting, ``store`` what is asked over the network, ``blocks`` what every part must
be, ``cache`` what is kept of them on this machine, ``files`` how DuckDB sees it all. Nothing here
does anything, or reaches out, without the setting.
"""
