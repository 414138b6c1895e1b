"""What a person can change: one module a noun, every change undoable and named."""
