/**
 * Runs once when a server starts: a bad configuration stops it here, and polls get their fast path. A build has no
 * configuration to check.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (process.env.NEXT_PHASE === "phase-production-build") return;
  const { stopOnBadEnv } = await import("@/lib/server/config/stop-on-bad-env");
  stopOnBadEnv();
  const { installPollFastPath } = await import("@/lib/server/http/poll-fast-path");
  const { GET } = await import("@/app/api/tasks/[taskId]/route");
  installPollFastPath(GET);
}
