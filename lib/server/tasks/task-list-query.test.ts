import { describe, expect, it } from "vitest";
import { parseTaskListQuery } from "./task-list-query";

const ID = "0a1b2c3d-0000-4000-8000-000000000001";
const parse = (query: string) => parseTaskListQuery(new URLSearchParams(query));

describe("what a list of tasks is asked for", () => {
  it("is the first page of all tasks, unless said otherwise", () => {
    expect(parse("")).toEqual({ page: 1, pageSize: 20, filter: {} });
    expect(parse("page=3&pageSize=100&other=1")).toEqual({ page: 3, pageSize: 100, filter: {} });
  });

  it("may be a status, a session and times, which are told in one form", () => {
    const query = new URLSearchParams({
      status: "running",
      sessionId: ID.toUpperCase(),
      after: "2026-01-02",
      before: "2026-01-02T05:30:00+05:30",
    });
    expect(parseTaskListQuery(query)?.filter).toEqual({
      status: "running",
      sessionId: ID,
      after: "2026-01-02T00:00:00.000Z",
      before: "2026-01-02T00:00:00.000Z",
    });
  });

  it.each([
    "page=0",
    "page=x",
    "page=1e3",
    "pageSize=101",
    "status=",
    "status=started",
    "status=paused",
    "status=Running",
    "sessionId=",
    "sessionId=../tasks",
    "after=yesterday",
    "after=2026-02-30",
    "before=",
    "before=1767323045",
  ])("is nothing that is understood: %s", (query) => {
    expect(parse(query)).toBeNull();
  });
});
