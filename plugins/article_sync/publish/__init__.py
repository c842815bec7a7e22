"""Publishing 发布: one draft at a time, only when a person says so."""
