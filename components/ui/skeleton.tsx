import { clsx } from "clsx";

/** A grey stand-in of the size of what will come. */
export function Skeleton({ className }: { className: string }) {
  return (
    <div aria-hidden="true" className={clsx("animate-pulse rounded-md bg-raised", className)} />
  );
}
