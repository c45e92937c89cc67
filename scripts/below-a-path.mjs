// @ts-check

/** A second build, made for a base path, which `base-path.spec.ts` tries; `scripts/build-below-a-path.mjs` makes it. */
export const BELOW_A_PATH = { folder: ".cache/below-a-path", basePath: "/tools/sightglass" };
