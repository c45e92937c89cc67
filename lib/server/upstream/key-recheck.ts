import "server-only";

/** A refused key is tried again after this time, in milliseconds. */
const AGAIN_MS = 60_000;

type Recheck = {
  isRefused: () => boolean;
  /** Makes a call with the key, which changes what `isRefused` says. May reject. */
  ask: () => Promise<unknown>;
  /** Runs something later. */
  later: (run: () => void, ms: number) => void;
};

/**
 * Tries a refused key once a minute until it is accepted: a process that is not ready is sent no readers, whose calls
 * would find out. What is given back is to be called after each call; only a refused key makes it do anything.
 */
export function createKeyRecheck({ isRefused, ask, later }: Recheck): () => void {
  let isPlanned = false;
  const plan = () => {
    if (isPlanned || !isRefused()) return;
    isPlanned = true;
    later(() => void tryAgain(), AGAIN_MS);
  };
  const tryAgain = async () => {
    if (isRefused()) await ask().catch(() => undefined);
    isPlanned = false;
    plan();
  };
  return plan;
}
