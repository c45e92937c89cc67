import "server-only";
import type { Sealer } from "./sealer";
import type { SharedCache } from "./shared-cache";
import { NotCalled } from "@/lib/server/upstream/call-queue";
import { UpstreamError } from "@/lib/server/upstream/errors";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import type { ClusterTimes } from "./cluster-times";
import { RedisHealth } from "./redis-health";
import { failureRecord } from "./failure-record";
import { InstanceCount } from "./instance-count";
import { LeaseKeeper } from "./lease";
import { finalForMs } from "./record-policy";
import { RecordStore } from "./record-store";
import {
  ownResult,
  CoordinatedFailure,
  type FetchCoordinator,
  type CoordinatedResult,
  type CoordinatedRequest,
} from "@/lib/server/upstream/fetch-coordinator";
import { fromStorable, toStorable, type ClusterRecord } from "./cluster-record";
import { StandaloneThrottle } from "./standalone-throttle";
import { acquireLease, type Lease } from "./acquire-lease";

type ClusterOptions = {
  cache: SharedCache;
  sealer: Sealer;
  intervalMs: number;
  now: () => number;
  random: () => number;
  times?: ClusterTimes;
  /** Told once when the cache is lost, and once when it is back. */
  onLost: (error: unknown) => void;
  onBack: () => void;
};

type Call = () => Promise<UpstreamTask>;

/** Makes one call per task and interval for all instances that share a cache; without it, each calls for itself. */
export class ClusterFetch {
  private readonly health: RedisHealth;
  private readonly records: RecordStore;
  private readonly locks: LeaseKeeper;
  private readonly throttle: StandaloneThrottle;
  private readonly instances: InstanceCount;

  constructor(private readonly options: ClusterOptions) {
    const { cache, sealer, intervalMs, random, times, onBack } = options;
    this.records = new RecordStore(cache, sealer, intervalMs, options.now);
    this.locks = new LeaseKeeper(cache, times);
    this.throttle = new StandaloneThrottle(intervalMs, random);
    this.instances = new InstanceCount(intervalMs, times);
    this.health = new RedisHealth({
      ...options,
      onBack: (wasTold) => {
        this.throttle.reset();
        if (wasTold) onBack();
      },
    });
  }

  /** See `FetchCoordinator`. */
  readonly coordinate: FetchCoordinator = async (request, call) => {
    if (!this.health.mayUse()) return this.alone(request, call);
    const askedAt = this.options.now();
    this.beat();
    const lease = await this.acquireLease(request);
    if (lease === null) return this.alone(request, call);
    return lease.role === "follower"
      ? this.handOver(request, lease)
      : this.forAll(request, lease, askedAt, call);
  };

  /** Without the cache. Nobody waits for a turn who has nothing to show or needs new addresses. */
  private async alone(request: CoordinatedRequest, call: Call): Promise<CoordinatedResult> {
    const { taskId, isRenewal, knownAgeMs } = request;
    const isTurn = this.throttle.mayCall(taskId, this.instances.count, this.options.now());
    if (isTurn || isRenewal || knownAgeMs === null) return ownResult(await call());
    throw new NotCalled("It is another instance's turn");
  }

  private async acquireLease(request: CoordinatedRequest): Promise<Lease | null> {
    const { records, locks } = this;
    try {
      return await acquireLease({ ...this.options, records, locks }, request);
    } catch (error) {
      if (error instanceof NotCalled) throw error;
      this.health.failed(error);
      return null;
    }
  }

  private handOver({ taskId }: CoordinatedRequest, lease: Extract<Lease, { role: "follower" }>) {
    const { record, ageMs } = lease;
    this.records.noteHandedOver(taskId);
    this.health.worked(ageMs);
    if (record.kind === "failure") {
      throw new CoordinatedFailure(record.code, record.retryAfterSeconds, ageMs);
    }
    const upstream = fromStorable(record.upstream);
    return { upstream, ageMs, askedAgoMs: ageMs + record.tookMs };
  }

  private async forAll(
    { taskId }: CoordinatedRequest,
    { token, before }: Extract<Lease, { role: "leader" }>,
    askedAt: number,
    call: Call,
  ): Promise<CoordinatedResult> {
    const { now, random } = this.options;
    const name = this.records.nameOf(taskId);
    const stopKeeping = this.locks.keep(name, token);
    try {
      const upstream = await call();
      const tookMs = now() - askedAt;
      const finalFor = finalForMs(upstream.task.status, before, tookMs);
      const storable = toStorable(upstream);
      const record = { kind: "task", tookMs, finalForMs: finalFor, upstream: storable } as const;
      this.publish(taskId, token, record, askedAt);
      return ownResult(upstream);
    } catch (error) {
      if (!(error instanceof UpstreamError)) {
        this.locks.release(name, token);
        throw error;
      }
      const failuresBefore = before?.facts.failuresInARow ?? 0;
      const shared = failureRecord(error, { tookMs: now() - askedAt, failuresBefore }, random());
      this.publish(taskId, token, shared.record, askedAt, shared.cooldownMs);
      throw shared.error;
    } finally {
      stopKeeping();
    }
  }

  /** In the background: the reader has its answer. */
  private publish(
    taskId: string,
    token: string,
    record: ClusterRecord,
    askedAt: number,
    cooldownMs = 0,
  ): void {
    const write = async () => {
      if (cooldownMs > 0) await this.records.putCooldown(cooldownMs);
      await this.records.put(taskId, token, record, askedAt);
      this.health.worked();
    };
    write().catch((error: unknown) => {
      this.health.failed(error);
      this.locks.release(this.records.nameOf(taskId), token);
    });
  }

  private beat(): void {
    const { cache, now } = this.options;
    this.instances.beat(cache, now()).catch((error: unknown) => {
      this.health.failed(error);
    });
  }
}
