import { nextPoll, type PollDecision, type PollState } from "./polling-policy";

/**
 * Decides when a board asks again, for all of its tasks at once: as soon as the first of them would be asked for
 * by itself. `request` is the state of the board's own requests, whose failures are nobody's in particular.
 * `jitter` is a random number in [0, 1).
 */
export function nextBoardPoll(
  tasks: readonly PollState[],
  request: PollState,
  now: number,
  jitter: number,
): PollDecision {
  if (request.failure !== null) return nextPoll(request, now, jitter);
  let soonest: PollDecision = { poll: false, reason: "final" };
  for (const task of tasks) {
    const decision = nextPoll(task, now, jitter);
    if (!decision.poll) continue;
    if (!soonest.poll || decision.delayMs < soonest.delayMs) soonest = decision;
  }
  return soonest;
}
