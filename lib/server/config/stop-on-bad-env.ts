import "server-only";
import { readEnv, type Env } from "./env";

/** The configuration. A bad one ends the process with a list of names and what each should be. */
export function readEnvOrStop(): Env {
  const parsed = readEnv();
  if (parsed.ok) return parsed.env;
  const lines = parsed.problems.map(({ name, expected }) => `  ${name}: ${expected}`);
  process.stderr.write(`Sightglass cannot start. Check these settings:\n${lines.join("\n")}\n`);
  process.exit(1);
}
