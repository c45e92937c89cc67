import "server-only";

/** The store of share links cannot be reached, so that none can be listed, made or revoked now. */
export class ShareListUnavailable extends Error {
  override readonly name = "ShareListUnavailable";
}

/** What a call of the store answers; a failure of it throws `ShareListUnavailable`, with its cause. */
export function fromShareList<T>(answer: Promise<T>): Promise<T> {
  return answer.catch((cause: unknown) => {
    throw new ShareListUnavailable("The list of share links cannot be reached", { cause });
  });
}

/** Whether that was thrown. A build carries the class in several bundles, so the name tells. */
export function isShareListUnavailable(thrown: unknown): thrown is ShareListUnavailable {
  return thrown instanceof Error && thrown.name === "ShareListUnavailable";
}
