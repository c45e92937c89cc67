import type { BrowserContext } from "@playwright/test";
import { startOwnServers, type OwnServers } from "./own-servers";

/** The password of the servers that ask for one. */
export const PASSWORD = "correct horse battery staple";

/** Words of the sample tasks that nobody may see without a grant. */
export const CANARY_WORDS = ["waterproof", "Sill Low", "trail shoe"];

/** Servers of a spec's own that ask for a password, and tasks at their emulator. */
export type SignedInServers = OwnServers & {
  createTask: (scenario: string, startAtStep?: number) => Promise<string>;
  /** Signs a browser in without its pages. */
  signIn: (context: BrowserContext) => Promise<void>;
  /** Signs a browser in, and gives its session as a header. */
  sessionOf: (context: BrowserContext) => Promise<{ cookie: string }>;
};

/** Starts them; `settings` come on top. */
export async function startSignedInServers(
  settings: Readonly<Record<string, string>> = {},
): Promise<SignedInServers> {
  const servers = await startOwnServers({
    ACCESS_PASSWORD: PASSWORD,
    SESSION_SECRET: "a-secret-of-the-specs-of-more-than-32-characters",
    POLL_INTERVAL_MS: "250",
    ...settings,
  });
  const signIn = async (context: BrowserContext): Promise<void> => {
    const answer = await context.request.post(`${servers.product}/api/session`, {
      data: { password: PASSWORD },
      headers: { "sec-fetch-site": "same-origin" },
    });
    if (answer.ok()) return;
    // A fast machine meets the limit of ten a minute.
    const seconds = Number(answer.headers()["retry-after"] ?? Number.NaN);
    if (Number.isNaN(seconds)) throw new Error(`Not signed in: ${String(answer.status())}`);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    await signIn(context);
  };
  return {
    ...servers,
    signIn,
    sessionOf: async (context) => {
      await signIn(context);
      const cookies = await context.cookies(servers.product);
      return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
    },
    createTask: async (scenario, startAtStep) => {
      const response = await fetch(`${servers.emulator}/__emulator/tasks`, {
        method: "POST",
        body: JSON.stringify({ scenario, contract: "current", startAtStep }),
      });
      // The emulator's own answer.
      const { taskId } = (await response.json()) as { taskId: string };
      return taskId;
    },
  };
}
