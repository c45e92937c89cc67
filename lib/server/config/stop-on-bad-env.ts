import "server-only";
import { envProblems } from "./env";

/** Ends the process with a list of names and what each should be when the configuration is bad. */
export function stopOnBadEnv(): void {
  const problems = envProblems();
  if (problems.length === 0) return;
  const lines = problems.map(({ name, expected }) => `  ${name}: ${expected}`);
  process.stderr.write(`Sightglass cannot start. Check these settings:\n${lines.join("\n")}\n`);
  process.exit(1);
}
