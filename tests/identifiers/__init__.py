"""How much the engine of possible identifiers finds, on sentences that nobody tuned it on."""
