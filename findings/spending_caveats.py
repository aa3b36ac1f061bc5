"""What to bear in mind of spending by service, said wherever it is shown. Plain text."""

CAVEATS = (
    "Spending more or less is not judged: no verdict is drawn from cost.",
    "Councils differ in what they need to spend: deprivation, age and sparsity are not evened out.",
)
TWO_TIER = "County and district councils run different parts: each is compared with its own kind."
COMPILED = (
    "Figures marked as from a secondary compilation come from a published compilation of the "
    "official returns and are replaced when the official file is at hand."
)
NOT_SIGNED = "This return was not yet signed off when it was published."
