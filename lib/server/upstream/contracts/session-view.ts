import "server-only";
import { z } from "zod";
import { itemsField } from "./list-schema";
import { claimField, costField, textField, timeField, wordField } from "./wire-fields";

const LONGEST_ADDRESS = 2048;

/** An address that a page may link to: https, without a password in it. */
const linkField = wordField.transform((address) => {
  if (address === null || address.length > LONGEST_ADDRESS || !URL.canParse(address)) return null;
  const url = new URL(address);
  const isPlain = url.protocol === "https:" && url.username === "" && url.password === "";
  return isPlain ? url.href : null;
});

/**
 * A whole session of v2 (`SessionView` of the vendor's OpenAPI), every field tolerant. `recordingUrl` is presigned.
 * `recordingAvailable` is documented for browsers alone, and would mean the same here.
 */
export const sessionViewSchema = z.object({
  id: textField,
  status: wordField,
  startedAt: timeField,
  finishedAt: timeField,
  recordingUrl: wordField,
  recordingAvailable: claimField,
  publicShareUrl: linkField,
  keepAlive: claimField,
  persistMemory: claimField,
  proxyUsedMb: costField,
  proxyCost: costField,
  tasks: itemsField.catch([]),
});
