"""Reading many reports, on one process and on several."""

from __future__ import annotations

import os
from collections.abc import Iterator

import msgspec
import pytest

from comity.errors import ComityError, DocumentError
from comity.model.document import Document
from comity.model.record import EventRecord, Reading
from comity.scale import Pool, Task, read_many
from tests.readers import Failing, Simple

JOBS = pytest.mark.parametrize("jobs", [1, 2])


def _task(text: str) -> Task:
    return Task(Document(text, f"{text}.txt", text))


def _told(task: Task) -> str:
    if isinstance(task.outcome, DocumentError):
        return f"! {task.outcome}"
    assert task.outcome is not None
    return " ".join(one.orgs[0] for one in task.outcome.records if isinstance(one, EventRecord))


@JOBS
def test_readings_come_in_the_order_of_their_reports(jobs: int) -> None:
    texts = [f"{'ABC'[number % 3] * 3} met {number}" for number in range(60)]
    done = list(read_many(map(_task, texts), Simple, jobs=jobs))
    assert [task.document.text for task in done if task.document] == texts
    assert [_told(task) for task in done] == [text[:3] for text in texts]


@JOBS
def test_what_is_done_already_keeps_its_place(jobs: int) -> None:
    refused, kept = Task(None, DocumentError("x.txt", "empty")), Task(Document("k", "k.txt", "k"), Reading(()), True)
    done = list(read_many([_task("SCO met"), refused, kept, _task("CIS met")], Simple, jobs=jobs))
    assert [_told(task) for task in done] == ["SCO", "! x.txt: empty", "", "CIS"]
    assert [task.kept for task in done] == [False, False, True, False]


@JOBS
def test_a_report_that_a_rule_fails_on_does_not_end_the_run(jobs: int) -> None:
    done = read_many(map(_task, ["bad rule", "no such language", "SCO met"]), Simple, jobs=jobs)
    assert [_told(task) for task in done] == [
        "! bad rule.txt: a rule failed on it: ZeroDivisionError: a rule divides by zero",
        "! no such language.txt: unknown language 'xx'",
        "SCO",
    ]


@JOBS
def test_records_come_in_the_order_of_the_words(jobs: int) -> None:
    assert [_told(task) for task in read_many([_task("SCO met. CIS met. SCO met.")], Simple, jobs=jobs)] == [
        "SCO CIS SCO"
    ]


def test_a_process_that_dies_ends_the_run_and_says_where() -> None:
    with pytest.raises(
        ComityError, match=r"a reading process died, on 'dies.txt' or a report near it; run again with --jobs 1"
    ):
        list(read_many([_task("dies")], Simple, jobs=2))


def test_no_reader_is_made_where_nothing_is_to_be_read() -> None:
    assert len(list(read_many([Task(None, DocumentError("x.txt", "empty"))], Failing))) == 1


def test_reports_are_taken_as_they_are_needed() -> None:
    taken = []

    def reports() -> object:
        for number in range(1000):
            taken.append(number)
            yield _task(f"SCO met {number}")

    found = read_many(reports(), Simple, jobs=1)  # type: ignore[arg-type]
    next(found)
    assert len(taken) == 1


class _Bundle(msgspec.Struct, frozen=True):
    """Texts that are taken apart in whichever process has time."""

    source: str
    texts: tuple[str, ...]

    def documents(self) -> list[Document | DocumentError]:
        if "broken" in self.texts:
            raise ValueError("it is broken")
        if "dies" in self.texts:
            os._exit(1)
        return [Document(text, self.source, text) for text in self.texts]


@JOBS
def test_what_is_packed_comes_out_in_its_place(jobs: int) -> None:
    single, refused = Document("x", "x.txt", "x"), DocumentError("y.txt", "empty")
    bundles = [_Bundle(f"{number}.zip", (f"{number}a", f"{number}b")) for number in range(30)]
    with Pool(Simple, jobs) as pool:
        found = list(pool.unpack([single, *bundles, refused]))
    texts = [one.text if isinstance(one, Document) else str(one) for one in found]
    assert texts == ["x", *(f"{number}{letter}" for number in range(30) for letter in "ab"), "y.txt: empty"]


@JOBS
def test_what_cannot_be_taken_apart_does_not_end_the_run(jobs: int) -> None:
    with Pool(Simple, jobs) as pool:
        first, second = pool.unpack([_Bundle("a.zip", ("broken",)), _Bundle("b.zip", ("b",))])
    assert str(first) == "a.zip: cannot be taken apart: ValueError: it is broken"
    assert isinstance(second, Document)


@JOBS
def test_reports_are_read_while_others_are_taken_apart(jobs: int) -> None:
    bundles = (_Bundle(f"{number}.zip", (f"SCO met {number}", f"CIS met {number}")) for number in range(20))
    with Pool(Simple, jobs) as pool:
        tasks = (Task(one) for one in pool.unpack(bundles) if isinstance(one, Document))
        assert [_told(task) for task in pool.read(tasks)] == ["SCO", "CIS"] * 20


@JOBS
def test_a_report_that_is_not_packed_is_not_held_up(jobs: int) -> None:
    taken: list[int] = []

    def typed() -> Iterator[Document]:
        for number in range(100):
            taken.append(number)
            yield Document(str(number), "-", "SCO met")

    with Pool(Simple, jobs) as pool:
        next(pool.unpack(typed()))
    assert taken == [0]


def test_a_process_that_dies_while_it_takes_apart_ends_the_run_and_says_where() -> None:
    with pytest.raises(ComityError, match=r"a reading process died, on 'a\.zip'"), Pool(Simple, 2) as pool:
        list(pool.unpack([_Bundle("a.zip", ("dies",))]))
