"""Power cuts, simulated: what a program does to its files is recorded, then cut at every step."""
