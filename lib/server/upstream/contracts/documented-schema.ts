import "server-only";
import { z } from "zod";
import {
  claimField,
  filesField,
  metadataField,
  outputField,
  statusField,
  textField,
  timeField,
  wordField,
} from "./wire-fields";
import { stepsField } from "./read-steps";

const sessionField = z
  .object({ id: wordField, status: wordField, liveUrl: wordField })
  .nullable()
  .catch(null);

/** A task of the documented contract (`TaskView` of browser-use-sdk 0.6), every field tolerant. */
export const documentedTaskSchema = z.object({
  id: textField,
  sessionId: wordField,
  session: sessionField,
  llm: wordField,
  task: textField,
  status: statusField,
  startedAt: timeField,
  finishedAt: timeField,
  metadata: metadataField,
  steps: stepsField,
  doneOutput: outputField,
  userUploadedFiles: filesField,
  outputFiles: filesField,
  browserUseVersion: wordField,
  isSuccess: claimField,
});

export type DocumentedTask = z.infer<typeof documentedTaskSchema>;
