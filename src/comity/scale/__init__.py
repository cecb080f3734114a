"""Reading many reports at once."""

from comity.scale.pool import MakeWorker, Packed, Pool, Task, Worker, read_many

__all__ = ["MakeWorker", "Packed", "Pool", "Task", "Worker", "read_many"]
