import "server-only";
import { z } from "zod";
import { parseBasePath } from "@/server/base-path.mjs";
import { isThisMachine } from "@/server/public-address.mjs";
import { parseAccessPassword, type AccessPassword } from "./access-password";

const PLACEHOLDER =
  /your[-_ ]?(?:api[-_ ]?)?(?:key|token)|your[-_ ]|^<.*>$|^change[-_ ]?me|^replace|^placeholder|^x+$|^\.+$|^bu_x+$/i;
const HOST_NAME =
  /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;

/** A key that can stand in a header and was really filled in. */
export const apiKeyField = z
  .string()
  .regex(/^[\x21-\x7e]{1,512}$/)
  .refine((key) => !PLACEHOLDER.test(key));

/** An https address, or http on this machine, given back without a trailing slash. */
export function baseUrlField<T extends string | null>(fallback: T) {
  return z
    .string()
    .optional()
    .transform((text, context): string | T => {
      if (text === undefined) return fallback;
      const url = toBaseUrl(text.trim());
      if (url !== null) return url;
      context.addIssue({ code: "custom" });
      return z.NEVER;
    });
}

/** The address of version 4 of the API, or `off`; `null` where it follows from the other. */
export const v4BaseUrlField = z.union([z.literal("off"), baseUrlField<string | null>(null)]);

/** The address that people open; a path of it is the base path. */
export const publicBaseUrlField = baseUrlField<string | null>(null).refine(
  (url) => parseBasePath(url) !== null,
);

function toBaseUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isSafe =
    url.protocol === "https:" || (url.protocol === "http:" && isThisMachine(url.hostname));
  const isPlain = url.username === "" && url.password === "" && !/[?#]/.test(text);
  if (!isSafe || !isPlain) return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

/** Where messages are sent: https, or http on this machine. Its path and query are often a credential: a secret. */
export const notifyUrlField = z
  .string()
  .trim()
  .max(2048)
  .refine(isNotifyUrl)
  .optional()
  .transform((text) => text ?? null);

function isNotifyUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  const isSafe = protocol === "https:" || (protocol === "http:" && isThisMachine(hostname));
  return isSafe && username === "" && password === "" && !text.includes("#");
}

/** The secret that messages are signed with. */
export const notifySecretField = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{16,512}$/)
  .optional()
  .transform((text) => text ?? null);

/** A comma-separated list of words, each one of these; all of them unless it is set. */
export function wordListField<T extends string>(words: readonly T[]) {
  return z
    .string()
    .default(words.join(","))
    .transform((text, context): readonly T[] => {
      const given = splitList(text);
      const known = words.filter((word) => given.includes(word));
      if (known.length > 0 && given.every((word) => known.some((one) => one === word)))
        return known;
      context.addIssue({ code: "custom" });
      return z.NEVER;
    });
}

/** The address of a Redis, with its password if it has one: a secret. */
export const redisUrlField = z
  .string()
  .trim()
  .refine(isRedisUrl)
  .optional()
  .transform((text) => text ?? null);

function isRedisUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  // The client would read settings of its own from a query.
  const isPlain = !/[?#]/.test(text) && /^\/?(?:\d{1,3})?$/.test(pathname);
  return /^rediss?:$/.test(protocol) && hostname !== "" && isPlain;
}

/** A comma-separated list of https origins (http on this machine). */
export function originListField(fallback: string) {
  return z
    .string()
    .default(fallback)
    .transform((text, context): readonly string[] => {
      const origins = splitList(text).map(toBaseUrl);
      const good = origins.filter((origin) => origin !== null && new URL(origin).origin === origin);
      if (good.length === origins.length) return good.filter((origin) => origin !== null);
      context.addIssue({ code: "custom" });
      return z.NEVER;
    });
}

/** A comma-separated list of host names; each may start with `*.`. */
export const hostListField = z
  .string()
  .default("")
  .transform((text, context): readonly string[] => {
    const hosts = splitList(text).map((host) => host.toLowerCase());
    if (hosts.every((host) => HOST_NAME.test(host))) return hosts;
    context.addIssue({ code: "custom" });
    return z.NEVER;
  });

const SECRET_LENGTH = 32;

/** Secrets separated by commas, none shorter than 32 characters; the newest first. */
export const secretListField = z
  .string()
  .default("")
  .transform((text, context): readonly string[] => {
    const secrets = splitList(text);
    if (secrets.every((secret) => secret.length >= SECRET_LENGTH)) return secrets;
    context.addIssue({ code: "custom" });
    return z.NEVER;
  });

/** The password of this server, as it is or hashed. */
export const passwordField = z
  .string()
  .optional()
  .transform((text, context): AccessPassword | null => {
    const password = text === undefined ? null : parseAccessPassword(text);
    if (text === undefined || password !== null) return password;
    context.addIssue({ code: "custom" });
    return z.NEVER;
  });

/** Headers that carry something else already: a name in one of them would be whoever's. */
const NO_USER_HEADER =
  /^(?:cookie|host|origin|authorization|connection|content-.*|sec-.*|x-sightglass-.*)$/;

/** The name of the header in which a proxy gives the user, in lower case. */
export const headerNameField = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9-]{2,63}$/)
  .refine((name) => !NO_USER_HEADER.test(name))
  .optional()
  .transform((text) => text ?? null);

/** One secret that can stand in a header. */
export const headerSecretField = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{32,512}$/)
  .optional()
  .transform((text) => text ?? null);

/** An amount of USD above nothing, as decimal text. */
export const amountField = z
  .string()
  .trim()
  .regex(/^\d{1,9}(?:\.\d{1,6})?$/)
  .refine((amount) => Number(amount) > 0)
  .optional()
  .transform((text) => text ?? null);

function splitList(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
