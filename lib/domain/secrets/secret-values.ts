/** True for what masking left, alone or among other signs: it is no secret any more. */
export function isMasked(value: string): boolean {
  return value.includes("•••");
}

/** True for what somebody made up rather than took from a dictionary: `hunter2`, `S3cret!`, `aBcDe`. */
export function looksChosen(value: string): boolean {
  return value.length >= 4 && (/\d|[!#$%^*+=~@]/.test(value) || /[a-z][A-Z]/.test(value));
}
