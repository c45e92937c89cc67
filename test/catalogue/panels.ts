import { BOARD, DENSE_BOARD, EMPTY_BOARD, WALL } from "./board";
import { COMPARISONS } from "./comparisons";
import { BANNERS, HEADERS } from "./freshness";
import { HANDOFF, SEEN, SPENT } from "./handoff";
import { LIVE } from "./live";
import { NEEDS } from "./needs";
import { ABSENT_OUTPUTS, FILES, OUTPUTS } from "./outputs";
import type { Panel } from "./panel";
import { OTHER_PAGES, PROBLEMS } from "./problems";
import { SESSIONS } from "./sessions";
import { SHARED, SHARING } from "./share";
import { STATUSES } from "./statuses";
import { STEPS } from "./steps";
import { SUSPECTS } from "./suspects";
import { EMPTY_TIMELINES, TIMELINE } from "./timeline";

/** Every panel that the catalogue shows, in the order of a reader's way through the product. */
export const PANELS: readonly Panel[] = [
  STATUSES,
  HEADERS,
  BANNERS,
  NEEDS,
  LIVE,
  TIMELINE,
  EMPTY_TIMELINES,
  STEPS,
  SUSPECTS,
  SPENT,
  HANDOFF,
  ABSENT_OUTPUTS,
  OUTPUTS,
  SEEN,
  FILES,
  SESSIONS,
  BOARD,
  DENSE_BOARD,
  WALL,
  EMPTY_BOARD,
  COMPARISONS,
  PROBLEMS,
  OTHER_PAGES,
  SHARED,
  SHARING,
];
