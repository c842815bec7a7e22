"""Publishing 发表: one draft at a time, only when a person says so."""
