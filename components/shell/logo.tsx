/** A round sight glass with a level in it. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className={className}>
      <circle cx="12" cy="12" r="9.5" stroke="currentColor" strokeWidth="2" />
      <path
        d="M5.2 13.2c2.2-1.7 4.5-1.7 6.8 0s4.6 1.7 6.8 0a6.9 6.9 0 0 1-13.6 0Z"
        fill="var(--c-accent)"
      />
      <circle cx="15" cy="8.4" r="1.2" fill="currentColor" />
    </svg>
  );
}
