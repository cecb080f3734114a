"""Reading many reports at once."""

from comity.scale.pool import MakeWorker, Task, Worker, read_many

__all__ = ["MakeWorker", "Task", "Worker", "read_many"]
