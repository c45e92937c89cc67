import "server-only";
import type { Sealer } from "./sealer";
import type { SharedCache } from "./shared-cache";
import { NotCalled } from "@/lib/server/upstream/call-queue";
import { UpstreamError } from "@/lib/server/upstream/errors";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import { CacheLink } from "./redis-health";
import { shareFailure } from "./failure-record";
import { InstanceCount } from "./instance-count";
import { LockKeeper } from "./lease";
import { finalForMs } from "./record-policy";
import { RecordShelf } from "./record-store";
import {
  ownAnswer,
  SharedFailure,
  type Share,
  type SharedAnswer,
  type ShareRequest,
} from "@/lib/server/upstream/fetch-coordinator";
import { fromShareable, toShareable, type SharedRecord } from "./cluster-record";
import { SoloPace } from "./standalone-throttle";
import { takeTurn, type Turn } from "./acquire-lease";

type SharingOptions = {
  cache: SharedCache;
  sealer: Sealer;
  intervalMs: number;
  now: () => number;
  random: () => number;
  /** Told once when the cache is lost, and once when it is back. */
  onLost: (error: unknown) => void;
  onBack: () => void;
};

type Call = () => Promise<UpstreamTask>;

/** Makes one call per task and interval for all instances that share a cache; without it, each calls for itself. */
export class TaskSharing {
  private readonly link: CacheLink;
  private readonly shelf: RecordShelf;
  private readonly locks: LockKeeper;
  private readonly solo: SoloPace;
  private readonly instances: InstanceCount;

  constructor(private readonly options: SharingOptions) {
    const { cache, sealer, intervalMs, random, onBack } = options;
    this.shelf = new RecordShelf(cache, sealer, intervalMs, options.now);
    this.locks = new LockKeeper(cache);
    this.solo = new SoloPace(intervalMs, random);
    this.instances = new InstanceCount(intervalMs);
    this.link = new CacheLink({
      ...options,
      onBack: (wasTold) => {
        this.solo.reset();
        if (wasTold) onBack();
      },
    });
  }

  /** See `Share`. */
  readonly share: Share = async (request, call) => {
    if (!this.link.mayUse()) return this.alone(request, call);
    const askedAt = this.options.now();
    this.beat();
    const turn = await this.takeTurn(request);
    if (turn === null) return this.alone(request, call);
    return turn.turn === "theirs"
      ? this.handOver(request, turn)
      : this.forAll(request, turn, askedAt, call);
  };

  /** Without the cache. Nobody waits for a turn who has nothing to show or needs new addresses. */
  private async alone(request: ShareRequest, call: Call): Promise<SharedAnswer> {
    const { taskId, isRenewal, heldAgeMs } = request;
    const isTurn = this.solo.mayCall(taskId, this.instances.count, this.options.now());
    if (isTurn || isRenewal || heldAgeMs === null) return ownAnswer(await call());
    throw new NotCalled("It is another instance's turn");
  }

  private async takeTurn(request: ShareRequest): Promise<Turn | null> {
    const { shelf, locks } = this;
    try {
      return await takeTurn({ ...this.options, shelf, locks }, request);
    } catch (error) {
      if (error instanceof NotCalled) throw error;
      this.link.failed(error);
      return null;
    }
  }

  private handOver({ taskId }: ShareRequest, turn: Extract<Turn, { turn: "theirs" }>) {
    const { record, ageMs } = turn;
    this.shelf.noteHandedOver(taskId);
    this.link.worked(ageMs);
    if (record.kind === "failure") {
      throw new SharedFailure(record.code, record.retryAfterSeconds, ageMs);
    }
    const upstream = fromShareable(record.upstream);
    return { upstream, ageMs, askedAgoMs: ageMs + record.tookMs };
  }

  private async forAll(
    { taskId }: ShareRequest,
    { token, before }: Extract<Turn, { turn: "ours" }>,
    askedAt: number,
    call: Call,
  ): Promise<SharedAnswer> {
    const { now, random } = this.options;
    const name = this.shelf.nameOf(taskId);
    const stopKeeping = this.locks.keep(name, token);
    try {
      const upstream = await call();
      const tookMs = now() - askedAt;
      const finalFor = finalForMs(upstream.task.status, before, tookMs);
      const shareable = toShareable(upstream);
      const record = { kind: "task", tookMs, finalForMs: finalFor, upstream: shareable } as const;
      this.publish(taskId, token, record, askedAt);
      return ownAnswer(upstream);
    } catch (error) {
      if (!(error instanceof UpstreamError)) {
        this.locks.release(name, token);
        throw error;
      }
      const failuresBefore = before?.facts.failuresInARow ?? 0;
      const shared = shareFailure(error, { tookMs: now() - askedAt, failuresBefore }, random());
      this.publish(taskId, token, shared.record, askedAt, shared.holdMs);
      throw shared.error;
    } finally {
      stopKeeping();
    }
  }

  /** In the background: the reader has its answer. */
  private publish(
    taskId: string,
    token: string,
    record: SharedRecord,
    askedAt: number,
    holdMs = 0,
  ): void {
    const write = async () => {
      if (holdMs > 0) await this.shelf.putHold(holdMs);
      await this.shelf.put(taskId, token, record, askedAt);
      this.link.worked();
    };
    write().catch((error: unknown) => {
      this.link.failed(error);
      this.locks.release(this.shelf.nameOf(taskId), token);
    });
  }

  private beat(): void {
    const { cache, now } = this.options;
    this.instances.beat(cache, now()).catch((error: unknown) => {
      this.link.failed(error);
    });
  }
}
