import "server-only";
import { createHash } from "node:crypto";

/*
 * A picture that came inside an event has no address of its own. Ours names its content, so that it is known again
 * wherever it stands, and behind the question mark, which no image key looks at, the event to read it from anew.
 */
const ADDRESS = /^v4-picture:([\w-]{22})\?event=(\d{1,16})$/;

/** The address of a picture that stands in an event as a data address. */
export function pictureAddress(eventId: number, dataUrl: string): string {
  const name = createHash("sha256").update(dataUrl).digest("base64url").slice(0, 22);
  return `v4-picture:${name}?event=${String(eventId)}`;
}

/** The event from which such an address came; `null` for any other address. */
export function eventOfPicture(address: string): number | null {
  const id = ADDRESS.exec(address)?.[2];
  return id === undefined ? null : Number(id);
}
