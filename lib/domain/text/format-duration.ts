/** Writes a duration in seconds for reading: `0.4 s`, `9 s`, `3 m 05 s`, `2 h 04 m`, `3 d 02 h`. Negative counts as 0. */
export function formatDuration(seconds: number): string {
  const value = Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
  if (value > 0 && value < 9.95 && !Number.isInteger(value)) {
    return `${value.toFixed(1)} s`;
  }
  const whole = value < 10 ? Math.round(value) : Math.floor(value);
  if (whole < 60) return `${String(whole)} s`;
  if (whole < 3600) return `${String(Math.floor(whole / 60))} m ${twoDigits(whole % 60)} s`;
  if (whole < 86_400) {
    return `${String(Math.floor(whole / 3600))} h ${twoDigits(Math.floor((whole % 3600) / 60))} m`;
  }
  return `${String(Math.floor(whole / 86_400))} d ${twoDigits(Math.floor((whole % 86_400) / 3600))} h`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
