import { BASE_PATH } from "@/lib/contract/base-path";

/**
 * The key under which this browser keeps something. The storage belongs to the whole host: below a base path the keys
 * begin with it, so that nothing mixes with what another program keeps there, or another Sightglass.
 */
export const storageKey = (name: string) => (BASE_PATH === "" ? name : `${BASE_PATH}:${name}`);
