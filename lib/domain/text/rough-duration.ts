/** A time span in few words, for a line that need not tick: `94 s`, `3 min`, `5 h`, `3 d`. Takes seconds; negative counts as 0. */
export function roughDuration(seconds: number): string {
  const value = Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
  if (value < 120) return `${String(Math.floor(value))} s`;
  if (value < 7200) return `${String(Math.floor(value / 60))} min`;
  if (value < 172_800) return `${String(Math.floor(value / 3600))} h`;
  return `${String(Math.floor(value / 86_400))} d`;
}
