import { PHASE_PRODUCTION_BUILD } from "next/constants";

/**
 * Runs once when a server starts: everything that lives as long as the process is made here, and a bad configuration
 * stops it. A build has no configuration to check.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (process.env.NEXT_PHASE === PHASE_PRODUCTION_BUILD) return;
  const { startApp } = await import("@/lib/server/app/start-app");
  const { GET } = await import("@/app/api/tasks/[taskId]/route");
  startApp(GET);
}
