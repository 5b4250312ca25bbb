"""Other ways out: formats that other programs read. Imports the ground and the store."""
