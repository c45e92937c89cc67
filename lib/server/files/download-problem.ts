import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";
import { PROBLEM_TITLES } from "@/lib/contract/problem-titles";
import { PROBLEM_WORDS } from "@/lib/contract/problem-words";
import { showHidden } from "@/lib/domain/text/hidden-characters";
import { truncate } from "@/lib/domain/text/truncate";
import { problemResponse } from "@/lib/server/http/problem-response";

type FailedDownload = {
  code: ProblemCode;
  requestId: string;
  /** The address of the page that the reader comes from. */
  backTo: string;
  /** The file's name, chosen by the agent or a web page; `null` when nobody told it. */
  name: string | null;
  retryAfterSeconds: number | null;
};

const LONGEST_NAME = 300;

/** Why there is no file: a page for somebody who followed a link, a problem document for a program. */
export function downloadProblem(request: Request, failed: FailedDownload): Response {
  const problem = problemResponse(failed.code, failed.requestId, failed.retryAfterSeconds);
  problem.headers.append("vary", "Accept");
  const wantsPage = request.headers.get("accept")?.includes("text/html") === true;
  if (!wantsPage) return problem;
  const headers = new Headers(problem.headers);
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(page(failed), { status: problem.status, headers });
}

function page({ code, backTo, name }: FailedDownload): string {
  const title = PROBLEM_TITLES[code];
  const { detail } = PROBLEM_WORDS[code];
  return [
    "<!doctype html>",
    '<html lang="en">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${title}</title>`,
    `<h1>${title}</h1>`,
    name === null || name === ""
      ? ""
      : `<p><bdi>${escapeHtml(showHidden(truncate(name, LONGEST_NAME)))}</bdi></p>`,
    `<p>${detail}</p>`,
    `<p><a href="${backTo}">Back to the task</a></p>`,
    "</html>",
  ].join("\n");
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
