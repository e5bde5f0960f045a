import time
from threading import Lock

import pytest
from pytask import PathNode, TaskWithoutPath

from netralitas_research.errors import NetralitasError
from netralitas_research.pipeline.engine import Engine
from netralitas_research.pipeline.fingerprints import hashed_values


@pytest.fixture
def task(tmp_path):
    """Makes tasks that write a value to a file, and notes each run."""
    runs = []

    def make(name, value="1"):
        def write(target, value):
            runs.append(name)
            if value == "fail":
                raise ValueError(value)
            if value == "interrupt":
                raise KeyboardInterrupt
            target.write_text(value)

        return TaskWithoutPath(
            name=name,
            function=write,
            depends_on=hashed_values(name, {"value": value}),
            produces={"target": PathNode(name=name, path=tmp_path / f"{name}.txt")},
        )

    make.runs = runs
    return make


@pytest.fixture
def engine(tmp_path):
    return Engine(tmp_path / "notes")


def test_a_task_runs_once(engine, task):
    engine.run([task("a")])
    engine.run([task("a")])
    assert task.runs == ["a"]


def test_a_task_runs_again_when_a_plain_value_changes(engine, task):
    engine.run([task("a", "1")])
    engine.run([task("a", "2")])
    assert task.runs == ["a", "a"]


def test_a_task_that_is_alone_is_still_the_same_task(engine, task):
    engine.run([task("a"), task("b")])
    assert engine.due([task("b")]) == []


def test_tasks_that_are_due_are_found_without_running_them(engine, task):
    engine.run([task("a"), task("b")])
    due = engine.due([task("a"), task("b", "2"), task("c")])
    assert [found.name for found in due] == ["b", "c"]
    assert sorted(task.runs) == ["a", "b"]


def test_a_failed_task_does_not_stop_another_and_runs_again(engine, task):
    outcomes = {o.task: o.error for o in engine.run([task("a", "fail"), task("b")])}
    assert isinstance(outcomes["a"], ValueError)
    assert outcomes["b"] is None
    assert [due.name for due in engine.due([task("a", "fail"), task("b")])] == ["a"]


def test_no_more_tasks_run_at_once_than_there_are_jobs(engine):
    lock, running, most = Lock(), [], []

    def work(**_):
        with lock:
            running.append(1)
            most.append(len(running))
        time.sleep(0.05)
        with lock:
            running.pop()

    names = "abcdef"
    engine.run([TaskWithoutPath(name=name, function=work) for name in names], jobs=2)
    assert (len(most), max(most)) == (6, 2)


def test_what_two_workers_have_made_is_known_to_one(engine, task):
    engine.run([task("a"), task("b")], jobs=2)
    engine.run([task("a"), task("b")], jobs=1)
    assert sorted(task.runs) == ["a", "b"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interruption_is_passed_on(engine, task, jobs):
    with pytest.raises(KeyboardInterrupt):
        engine.run([task("a", "interrupt"), task("b"), task("c")], jobs=jobs)


def test_all_notes_are_kept_in_one_folder(engine, task, tmp_path):
    engine.run([task("a")])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "notes"]


def test_notes_that_cannot_be_read_are_named(engine, task):
    engine.run([task("a")])
    (engine.folder / "pytask.lock").write_text("half a l")
    with pytest.raises(NetralitasError) as caught:
        engine.run([task("a")])
    assert caught.value.params == {"folder": str(engine.folder)}


def test_nothing_is_printed(engine, task, capfd):
    engine.run([task("a", "fail"), task("b")])
    assert capfd.readouterr() == ("", "")
