import type { ShareScope } from "@/lib/domain/sharing/grant";
import { findInTask, type FoundSecret } from "@/lib/domain/secrets/mask-secrets";
import { UNMASKED } from "@/lib/domain/secrets/masking";
import type { SecretKind } from "@/lib/domain/secrets/secret-kinds";
import { projectContent } from "@/lib/domain/sharing/shared-content";
import type { TaskContent } from "@/lib/domain/task/task-content";

/** One thing that looks like a secret: where it stands, of what kind it is, and what may be shown of it. */
export type ShareFinding = { where: string; kind: string; preview: string };

const KIND_WORDS: Readonly<Record<SecretKind, string>> = {
  key: "a key",
  jwt: "a signed token",
  "private-key": "a private key",
  password: "a password",
  email: "an e-mail address",
  token: "a random token",
};

const FIELD_WORDS: Readonly<Record<FoundSecret["where"]["field"], string>> = {
  prompt: "The prompt",
  output: "The output",
  judgement: "The verdict",
  suggestions: "A suggestion",
  metadata: "The metadata",
  files: "The name of a file",
  uploads: "The name of an upload",
  run: "The title or the error",
  memory: "memory",
  evaluation: "evaluation",
  nextGoal: "goal",
  url: "address",
  actions: "actions",
};

/** What looks like a secret in what a link with these scopes shows of a task, in reading order and in words. */
export function detectExposedSecrets(
  content: TaskContent,
  scopes: readonly ShareScope[],
): readonly ShareFinding[] {
  return findInTask(projectContent(content, scopes, UNMASKED)).map(({ where, kind, preview }) => ({
    where:
      where.step === null
        ? FIELD_WORDS[where.field]
        : `Step ${String(where.step)}, ${FIELD_WORDS[where.field]}`,
    kind: KIND_WORDS[kind],
    preview,
  }));
}
