"""`/figure/...` and `/embed/...`: any figure of any page, alone, with its words and its rows."""
