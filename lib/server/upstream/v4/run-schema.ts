import "server-only";
import { z } from "zod";
import {
  claimField,
  costField,
  judgementField,
  optionalTextField,
  outputField,
  statusField,
  textField,
  timeField,
  wordField,
} from "@/lib/server/upstream/contracts/wire-fields";
import { cutText } from "@/lib/server/upstream/cut-text";

/*
 * Shapes of the vendor's OpenAPI, v4. Every field tolerates whatever comes: a bad value reads as an absent one, so that
 * no single field can lose the page.
 */

const LONGEST_ERROR = 16 * 1024;
const LONGEST_TITLE = 1024;
const MOST_MEMBERS = 1000;

const countField = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const shortField = (longest: number) =>
  optionalTextField.transform((text) => {
    const trimmed = text?.trim() ?? "";
    return trimmed === "" ? null : cutText(trimmed, longest).text;
  });

/** A run (`RunSummary`). */
export const runSchema = z.object({
  id: textField,
  task: textField,
  title: shortField(LONGEST_TITLE),
  model: wordField,
  contextLimit: countField.nullable().catch(null),
  status: statusField,
  result: outputField,
  error: shortField(LONGEST_ERROR),
  sessionId: wordField,
  workspaceId: wordField,
  attachedFileIds: z.array(z.unknown()).nullable().catch(null),
  judgement: judgementField,
  totalInputTokens: countField.nullable().catch(null),
  totalOutputTokens: countField.nullable().catch(null),
  totalCostUsd: costField,
  createdAt: timeField,
  updatedAt: timeField,
});

export type WireRun = z.infer<typeof runSchema>;

/** Where a run stands (`RunStatusResponse`). */
export const runStatusSchema = z.object({ status: statusField });

const present = <T>(members: readonly (T | null)[]): T[] => members.flatMap((each) => each ?? []);

function listOf<T>(member: z.ZodType<T>) {
  return z
    .array(z.unknown())
    .transform((members) => members.slice(0, MOST_MEMBERS))
    .pipe(z.array(member.nullable().catch(null)))
    .transform(present);
}

/** A page of runs (`RunListResponse`). */
export const runListSchema = z.object({
  runs: listOf(runSchema),
  nextCursor: wordField,
  hasMore: z.boolean().catch(false),
});

/**
 * A browser (`BrowserSessionView`), with its live address, a credential, and the presigned one of its video, which no
 * list tells.
 */
export const browserSchema = z.object({
  id: z.string().min(1).max(200),
  status: wordField,
  liveUrl: wordField,
  startedAt: timeField,
  finishedAt: timeField,
  proxyUsedMb: costField,
  proxyCost: costField,
  browserCost: costField,
  agentSessionId: wordField,
  recordingUrl: wordField,
  recordingAvailable: claimField,
});

/** The browsers of a session. */
export const browserListSchema = z.object({ items: listOf(browserSchema) });

export type WireBrowser = z.infer<typeof browserSchema>;

/** A page of files (`WorkspaceFileInfo`, `BrowserDownloadFile`); `url` lives for a minute at least. */
export const filePageSchema = z.object({
  files: listOf(
    z.object({
      path: z.string().min(1).max(4096),
      size: countField.nullable().catch(null),
      lastModified: timeField,
      url: wordField,
    }),
  ),
  nextCursor: wordField,
  hasMore: z.boolean().catch(false),
});

/** Files that came with the prompt (`RunAttachment`). */
export const attachmentsSchema = z.object({
  attachments: listOf(z.object({ id: z.string().min(1).max(200), name: textField })),
});
