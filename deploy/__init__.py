"""What stands round the server where it is hosted; see docs/hosting.md."""
