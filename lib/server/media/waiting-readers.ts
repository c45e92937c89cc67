import "server-only";

/** Counts who waits for what, so that work which nobody waits for any more can be left out. */
export class WaitingReaders {
  private readonly counts = new Map<string, number>();

  /** Notes a reader until `signal` aborts, or until the returned function is called. */
  join(name: string, signal?: AbortSignal): () => void {
    if (signal?.aborted === true) return () => undefined;
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    let hasLeft = false;
    const leave = () => {
      if (hasLeft) return;
      hasLeft = true;
      signal?.removeEventListener("abort", leave);
      const left = (this.counts.get(name) ?? 0) - 1;
      if (left > 0) this.counts.set(name, left);
      else this.counts.delete(name);
    };
    signal?.addEventListener("abort", leave);
    return leave;
  }

  /** True while somebody waits. */
  has(name: string): boolean {
    return this.counts.has(name);
  }
}
