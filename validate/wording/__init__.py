"""What a text says by itself, wherever it stands: its characters, words and sentences, and the times it names."""
