"""The parts of the stage that reads where an article comes from; the door is ``store.reading.source``."""
