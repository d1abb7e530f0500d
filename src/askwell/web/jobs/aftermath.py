"""What came of an import whose child could not tell it any more."""

from dataclasses import replace

from askwell.web.jobs.job import End, Job, Mark, Outcome


def stored_outcome(job: Job) -> Outcome | None:
    """Its batch is there, or it is not (None)."""
    from askwell.actions.bring_in import stored_by

    mark = Mark.read(job.folder)
    if mark is None or mark.turn != job.turn:
        return None
    batch = stored_by(mark.mark)
    return Outcome(job.turn, End.STORED, replace(mark.receipt, batch=batch)) if batch else None
