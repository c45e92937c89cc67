import "server-only";
import { z } from "zod";
import { NOTICE_EVENTS, NOTICE_FORMATS } from "@/lib/contract/notice";
import {
  amountField,
  apiKeyField,
  baseUrlField,
  headerNameField,
  headerSecretField,
  hostListField,
  notifySecretField,
  notifyUrlField,
  originListField,
  passwordField,
  publicBaseUrlField,
  redisUrlField,
  secretListField,
  v4BaseUrlField,
  wordListField,
} from "./env-fields";
import { BASE_PATH_RULE } from "@/server/base-path.mjs";
import { isThisMachine } from "@/server/public-address.mjs";

const schema = z.object({
  BROWSER_USE_API_KEY: apiKeyField,
  BROWSER_USE_BASE_URL: baseUrlField("https://api.browser-use.com/api/v2"),
  BROWSER_USE_V4_BASE_URL: v4BaseUrlField,
  HOST: z.string().trim().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_BASE_URL: publicBaseUrlField,
  ACCESS_PASSWORD: passwordField,
  TRUSTED_PROXY: headerNameField,
  TRUSTED_PROXY_SECRET: headerSecretField,
  ALLOW_ANONYMOUS: z
    .enum(["0", "1"])
    .default("0")
    .transform((text) => text === "1"),
  ALLOW_CONTROL: z
    .enum(["0", "1"])
    .default("0")
    .transform((text) => text === "1"),
  COST_WARN_USD: amountField,
  POLL_INTERVAL_MS: z.coerce.number().int().min(100).max(60_000).default(1000),
  HOLD_SECONDS: z.coerce.number().int().min(0).max(25).default(5),
  REDIS_URL: redisUrlField,
  REDIS_REQUIRED: z
    .enum(["0", "1"])
    .default("0")
    .transform((text) => text === "1"),
  DATA_DIR: z.string().trim().min(1).max(4096).default("./data"),
  SESSION_SECRET: secretListField,
  LIVE_ORIGINS: originListField("https://live.browser-use.com"),
  ASSET_HOSTS: hostListField,
  METRICS_TOKEN: headerSecretField,
  NOTIFY_URL: notifyUrlField,
  NOTIFY_SECRET: notifySecretField,
  NOTIFY_FORMAT: z.enum(NOTICE_FORMATS).default("json"),
  NOTIFY_TASKS: z.enum(["watched", "all"]).default("watched"),
  NOTIFY_EVENTS: wordListField(NOTICE_EVENTS),
  NOTIFY_EVERY_SECONDS: z.coerce.number().int().min(1).max(3600).default(30),
  NOTIFY_MERGE_SECONDS: z.coerce.number().int().min(0).max(3600).default(300),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  NODE_ENV: z.enum(["development", "production", "test"]).catch("production"),
});

/** What each name should be, for whoever mends the configuration. */
const EXPECTED: Record<keyof z.infer<typeof schema>, string> = {
  BROWSER_USE_API_KEY:
    "your Browser Use Cloud API key: one line of printable ASCII without spaces, not a placeholder",
  BROWSER_USE_BASE_URL:
    "an https address (http only for this machine) without credentials, query, fragment or trailing slash",
  BROWSER_USE_V4_BASE_URL:
    "an address of the same kind, that of version 4 of the API, or off to ask for no runs of it; or unset, and it follows from BROWSER_USE_BASE_URL",
  HOST: "the address to listen on, such as 127.0.0.1; another than this machine's own needs ACCESS_PASSWORD or TRUSTED_PROXY, or ALLOW_ANONYMOUS=1, because without them everyone who reaches it could watch every task of the key",
  PORT: "a port number from 0 to 65535",
  PUBLIC_BASE_URL: `the https address people open (http only for this machine), without credentials, query or fragment, or unset; ${BASE_PATH_RULE}`,
  ACCESS_PASSWORD:
    "a password of 12 to 1024 characters, or the line that `npm run hash-password` prints, or unset",
  TRUSTED_PROXY:
    "the name of the header in which the proxy in front gives the user, such as x-forwarded-user, or unset",
  TRUSTED_PROXY_SECRET:
    "32 to 512 characters of chance without spaces, which the proxy sends along as X-Sightglass-Proxy-Secret; goes with TRUSTED_PROXY, and only with it",
  ALLOW_ANONYMOUS: "0 or 1",
  ALLOW_CONTROL: "0 or 1",
  COST_WARN_USD:
    "an amount of USD above 0, such as 5 or 0.50, from which on the cost of a task is marked; or unset, and none is",
  POLL_INTERVAL_MS: "whole milliseconds from 100 to 60000",
  HOLD_SECONDS: "whole seconds from 0 to 25",
  REDIS_URL:
    "a redis:// or rediss:// address, with user and password if it needs them and the number of a database at most, or unset",
  REDIS_REQUIRED: "0 or 1; 1 goes with REDIS_URL, and only with it",
  DATA_DIR:
    "the folder in which this program remembers share links and sessions, such as ./data, or memory to forget them at the end",
  SESSION_SECRET:
    "at least 32 characters of chance, such as the output of `openssl rand -base64 32`; several, separated by commas, while you change it: the first one signs",
  LIVE_ORIGINS: "a comma-separated list of https origins, such as https://live.browser-use.com",
  ASSET_HOSTS:
    'a comma-separated list of host names, each may start with "*.", or unset for any public host',
  METRICS_TOKEN:
    "32 to 512 characters of chance without spaces, which whoever reads /metrics sends along; or unset, and there are none",
  NOTIFY_URL:
    "the https address that messages about tasks are sent to (http only for this machine), without user, password or fragment, or unset",
  NOTIFY_SECRET:
    "16 to 512 characters of chance without spaces, by which messages are signed; goes with NOTIFY_URL, and only with it",
  NOTIFY_FORMAT: "json, slack, discord or teams",
  NOTIFY_TASKS: "watched or all",
  NOTIFY_EVENTS: `a comma-separated list of ${NOTICE_EVENTS.join(", ")}, or unset for all of them`,
  NOTIFY_EVERY_SECONDS: "whole seconds from 1 to 3600",
  NOTIFY_MERGE_SECONDS: "whole seconds from 0 to 3600",
  LOG_LEVEL: "trace, debug, info, warn, error, fatal or silent",
  NODE_ENV: "development, production or test",
};

/** The configuration, parsed; lists are arrays, switches are booleans, addresses have no trailing slash. */
export type Env = Readonly<z.infer<typeof schema>>;

/** One setting that is missing or bad. Never holds the value. */
export type EnvProblem = { name: string; expected: string };

/** Reads the configuration from its texts; an empty text counts as unset. */
export function parseEnv(
  source: Readonly<Record<string, string | undefined>>,
): { ok: true; env: Env } | { ok: false; problems: readonly EnvProblem[] } {
  const given = Object.fromEntries(
    Object.keys(EXPECTED).map((name) => [
      name,
      source[name]?.trim() === "" ? undefined : source[name],
    ]),
  );
  const parsed = schema.safeParse(given);
  const names = new Set(parsed.error?.issues.map((issue) => String(issue.path[0])));
  const { ACCESS_PASSWORD, TRUSTED_PROXY, TRUSTED_PROXY_SECRET, ALLOW_ANONYMOUS } = given;
  const asksForSignIn = ACCESS_PASSWORD !== undefined || TRUSTED_PROXY !== undefined;
  const isLocal = isThisMachine(given.HOST ?? "127.0.0.1");
  if (!isLocal && !asksForSignIn && ALLOW_ANONYMOUS !== "1") names.add("HOST");
  const isHalf = (TRUSTED_PROXY === undefined) !== (TRUSTED_PROXY_SECRET === undefined);
  if (isHalf) names.add("TRUSTED_PROXY_SECRET");
  if ((given.NOTIFY_URL === undefined) !== (given.NOTIFY_SECRET === undefined)) {
    names.add("NOTIFY_SECRET");
  }
  if (given.REDIS_REQUIRED === "1" && given.REDIS_URL === undefined) names.add("REDIS_REQUIRED");
  if (parsed.success && names.size === 0) return { ok: true, env: Object.freeze(parsed.data) };
  const problems = Object.entries(EXPECTED).filter(([name]) => names.has(name));
  return { ok: false, problems: problems.map(toProblem) };
}

function toProblem([name, expected]: [string, string]): EnvProblem {
  return { name, expected };
}

/** Reads the configuration of this process. */
export function readEnv(): ReturnType<typeof parseEnv> {
  return parseEnv(process.env);
}
