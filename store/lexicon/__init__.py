"""The closed sets that reading rests on, loaded from ``resources/lexicon`` and a person's own folder."""
