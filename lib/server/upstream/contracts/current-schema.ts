import "server-only";
import { z } from "zod";
import {
  claimField,
  costField,
  filesField,
  judgementField,
  metadataField,
  outputField,
  statusField,
  suggestionsField,
  textField,
  timeField,
  wordField,
} from "./wire-fields";
import { stepsField } from "./read-steps";

/** A task of the current contract (`TaskView` of the vendor's OpenAPI, v2), every field tolerant. */
export const currentTaskSchema = z.object({
  id: textField,
  sessionId: wordField,
  llm: wordField,
  task: textField,
  status: statusField,
  createdAt: timeField,
  startedAt: timeField,
  finishedAt: timeField,
  metadata: metadataField,
  steps: stepsField,
  output: outputField,
  outputFiles: filesField,
  browserUseVersion: wordField,
  isSuccess: claimField,
  judgement: judgementField,
  judgeVerdict: claimField,
  suggestions: suggestionsField,
  cost: costField,
});

export type CurrentTask = z.infer<typeof currentTaskSchema>;

/** The session behind a task of the current contract (`SessionView`), as far as a live view needs it. */
export const currentSessionSchema = z.object({
  id: textField,
  status: wordField,
  liveUrl: wordField,
});
