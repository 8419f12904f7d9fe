"""A case type with its parts: layers, origins, form, texts, and who has it."""
