import "server-only";
import { current, keepMs, type ShareRecord, type ShareLinkStore } from "./share-link-store";

/** The store of one process: it ends with it, and all its links end, too. */
export class MemoryShareLinkStore implements ShareLinkStore {
  private readonly records = new Map<string, { record: ShareRecord; until: number }>();

  constructor(private readonly now: () => number = Date.now) {}

  add(record: ShareRecord) {
    const now = this.now();
    for (const [id, { until }] of this.records) if (until <= now) this.records.delete(id);
    this.records.set(record.id, { record, until: now + keepMs(record, now) });
    return Promise.resolve();
  }

  find(id: string) {
    const kept = this.records.get(id);
    return Promise.resolve(kept === undefined || kept.until <= this.now() ? null : kept.record);
  }

  list(taskId: string) {
    const all = [...this.records.values()].map(({ record }) => record);
    const own = all.filter((record) => record.taskId === taskId);
    return Promise.resolve(current(own, this.now()));
  }

  revoke(taskId: string, id: string) {
    const isOwn = this.records.get(id)?.record.taskId === taskId;
    return Promise.resolve(isOwn && this.records.delete(id));
  }
}
