"""`/api/v1`: the questions of queries/ over HTTP, as JSON, CSV or Parquet. No SQL of its own."""
