"""Who buys a kind of thing, or what some words describe: councils, suppliers, months."""
