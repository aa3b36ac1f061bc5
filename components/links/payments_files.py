"""Addresses of payments as files, which are streamed (web/payments)."""


def file_address(kind: str, query: str) -> str:
    """Relative to the page, so that it holds wherever the app is mounted; `kind` as csv."""
    return f"take/payments.{kind}" + (f"?{query}" if query else "")
