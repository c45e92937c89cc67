import { storageKey } from "./storage-key";

/** The parts of the layout that a reader may change and that stay changed. */
export const LAYOUT_PARTS = ["timeline-width", "filmstrip"] as const;
export type LayoutPart = (typeof LAYOUT_PARTS)[number];

/** Where a choice lies in the storage: this and the name of its part. */
export const LAYOUT_KEY = storageKey("sightglass.layout.");
/** A size or a word, so that nothing else which lies in the storage reaches the page. */
export const LAYOUT_VALUE = /^(\d{2,4}px|closed)$/;
