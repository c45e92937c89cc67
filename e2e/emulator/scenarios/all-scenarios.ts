import type { TaskScript } from "../script";
import { HOSTILE, HOSTILE_LIVE } from "./hostile";
import { ARABIC, CHINESE } from "./languages";
import { ENDLESS_RUN, GROWING_RUN, LONG_RUN } from "./long-run";
import { LONG_OUTPUT, MANY_ACTIONS } from "./long-texts";
import { JSON_OUTPUT, LEAKED_SECRETS, MISSING_SCREENSHOTS, ODD_URLS_SCRIPT } from "./oddities";
import { RUNS } from "./runs";
import { RUNNING, SUCCESS } from "./shop";
import {
  CREATED,
  DETOUR,
  JUDGE_DISAGREES,
  KEEP_ALIVE,
  PAUSED,
  STOPPED,
  UNKNOWN_STATUS,
} from "./shop-variants";
import { FAILED, LOOP, STACK_TRACE, WAITING } from "./trouble";

/** Every scenario, in the order in which the samples are listed. */
export const SCENARIOS: readonly TaskScript[] = [
  RUNNING,
  PAUSED,
  SUCCESS,
  FAILED,
  LONG_RUN,
  GROWING_RUN,
  ENDLESS_RUN,
  JUDGE_DISAGREES,
  DETOUR,
  LOOP,
  WAITING,
  STOPPED,
  STACK_TRACE,
  CREATED,
  KEEP_ALIVE,
  CHINESE,
  ARABIC,
  JSON_OUTPUT,
  LONG_OUTPUT,
  MISSING_SCREENSHOTS,
  ODD_URLS_SCRIPT,
  LEAKED_SECRETS,
  MANY_ACTIONS,
  UNKNOWN_STATUS,
  HOSTILE,
  HOSTILE_LIVE,
  ...RUNS,
];
