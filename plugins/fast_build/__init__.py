"""The incremental, parallel build (增量、并行的生成): what has not changed is not read, rendered or written again.

Nothing is imported here: ``front`` must not load what it exists to avoid.
"""
