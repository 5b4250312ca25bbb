"""What asks for more than a bar can hold."""
