import { clsx } from "clsx";

/** The letter of a run, in a colour of its own on the whole page. */
export function SideMark({ side }: { side: "a" | "b" }) {
  return (
    <span
      className={clsx(
        "inline-flex size-5 shrink-0 items-center justify-center rounded text-xs font-semibold",
        side === "a" ? "bg-active/12 text-active" : "bg-waiting/12 text-waiting",
      )}
    >
      {side.toUpperCase()}
    </span>
  );
}
