import "server-only";

/** The store of seen marks cannot be reached, so that none can be read, made or taken away now. */
export class SeenMarksUnavailable extends Error {
  override readonly name = "SeenMarksUnavailable";
}

/** Whether that was thrown. A build carries the class in several bundles, so the name tells. */
export function isSeenMarksUnavailable(thrown: unknown): thrown is SeenMarksUnavailable {
  return thrown instanceof Error && thrown.name === "SeenMarksUnavailable";
}
