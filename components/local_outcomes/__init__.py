"""How a council stands on every metric of the government's Local Outcomes Framework."""
