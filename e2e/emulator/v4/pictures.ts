import { screenshot } from "../assets";
import type { ScreenshotRef } from "../script";
import type { Picture } from "./log-entry";

/** The pictures by their recordings: a run of a thousand steps shows the same few again and again. */
const known = new Map<string, Picture | null>();

/** A screenshot as an event carries it, its bytes inside; `null` where the store has none. */
export function pictureOf(ref: ScreenshotRef): Picture | null {
  if (!("recording" in ref)) return toPicture(ref);
  const found = known.get(ref.recording);
  if (found !== undefined) return found;
  const picture = toPicture(ref);
  known.set(ref.recording, picture);
  return picture;
}

function toPicture(ref: ScreenshotRef): Picture | null {
  const { status, headers, body } = screenshot(ref);
  const mime = headers["content-type"];
  if (status !== 200 || mime === undefined) return null;
  return { mime, url: `data:${mime};base64,${Buffer.from(body).toString("base64")}` };
}
