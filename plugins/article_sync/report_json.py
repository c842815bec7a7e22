"""A report for programs: ``--output json``. Its JSON schema is ``report.schema.json`` beside this file."""

import json

from pydantic import BaseModel, ConfigDict, Field

from plugins.article_sync.report import Line, Report, next_step

FORMAT = 1


class Version(BaseModel):
    """What both sides say in one place."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str
    account: str


class ReportedArticle(BaseModel):
    """One article that is not simply in sync."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: int = Field(description="row of the decision table, 0 for what concerns no rule")
    action: str = Field(description="name of what was decided, in English, stable")
    status: str = Field(pattern="^(done|planned|waiting|attention|failed|clash)$")
    path: str = Field(description="file below content/, empty when there is none")
    title: str
    fields: list[str] = Field(description="fields that differ from what was agreed on last")
    pictures: int = Field(description="body pictures that go up")
    calls: int = Field(description="calls of WeChat's API that this article takes")
    next_step: str = Field(description="what a person does now, in the language of the environment")
    note: str
    diff: str = Field(description="unified diff of the file")
    copy_path: str = Field(description="file with the account's version of a conflict")
    versions: list[Version]
    commands: list[str] = Field(description="commands that end what a person must decide")
    url: str = Field(description="permanent address, once published")


class ReportedRun(BaseModel):
    """A whole run."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="weizhan sync report")

    format: int = Field(description=f"of this document: {FORMAT}")
    exit_code: int = Field(ge=0, le=7)
    dry_run: bool
    in_sync: int = Field(description="articles that need nothing")
    articles: list[ReportedArticle]


def render_json_report(report: Report, language: str = "zh") -> str:
    """Return a report as JSON; ``language`` is that of the next steps."""
    run = ReportedRun(
        format=FORMAT,
        exit_code=report.exit_code,
        dry_run=report.dry_run,
        in_sync=report.in_sync,
        articles=[_article(line, language) for line in report.lines],
    )
    return run.model_dump_json(indent=2)


def render_schema() -> str:
    """Return the schema of the document."""
    return json.dumps(ReportedRun.model_json_schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _article(line: Line, language: str) -> ReportedArticle:
    return ReportedArticle(
        rule=line.rule,
        action=line.action,
        status=line.status.value,
        path=line.path,
        title=line.title,
        fields=list(line.fields),
        pictures=line.pictures,
        calls=line.calls,
        next_step=next_step(line)[0 if language == "zh" else 1],
        note=line.note,
        diff=line.diff,
        copy_path=line.copy,
        versions=[Version(file=ours, account=theirs) for ours, theirs in line.versions],
        commands=list(line.commands),
        url=line.url,
    )
