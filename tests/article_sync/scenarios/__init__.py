"""Stories of the sync: a folder each."""
