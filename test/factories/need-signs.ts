import type { NeedSigns } from "@/lib/domain/needs/need-signs";

/** The signs of a run that needs nobody. */
export const NO_SIGNS: NeedSigns = {
  wait: null,
  loop: null,
  lastStep: null,
  end: null,
  hasBrowser: false,
};
