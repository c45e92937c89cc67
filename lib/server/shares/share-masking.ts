import "server-only";
import { UNMASKED, type Masking } from "@/lib/domain/masking";

/** What is done to every text that a share link shows, before anybody gets it. */
export const shareMasking: Masking = UNMASKED;
