"""The parts of the stage that puts a reading together; the door is ``store.reading.assembly``."""
