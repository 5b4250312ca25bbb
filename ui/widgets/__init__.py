"""The parts that panes are made of; they know no store."""
