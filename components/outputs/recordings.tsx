import type { Recording } from "@/lib/contract/task-session";
import type { RecordingState } from "@/lib/domain/task/recording";
import { RecordingPlayer } from "./recording-player";

const ABSENT: Record<Exclude<RecordingState, "ready">, string> = {
  "after-stop": "It comes when the browser has stopped.",
  preparing: "It is being prepared, and comes by itself.",
  none: "There is none: the browser was not recorded, or the recording is kept no longer.",
};

type RecordingsProps = {
  recordings: readonly Recording[];
  /** The address of the video of a browser. */
  href: (browserId: string | null) => string;
};

/** The videos of the browsers of a session, each to watch and to download. */
export function Recordings({ recordings, href }: RecordingsProps) {
  const shown: readonly Recording[] =
    recordings.length === 0 ? [{ browserId: null, state: "none" }] : recordings;
  return shown.map(({ browserId, state }, index) => {
    const name = shown.length === 1 ? "Recording" : `Recording of browser ${String(index + 1)}`;
    return (
      <section key={browserId ?? ""} aria-label={name}>
        <h2 className="text-[0.8125rem] font-semibold">{name}</h2>
        <div role="status">
          {state !== "ready" && <p className="mt-1 text-muted">{ABSENT[state]}</p>}
        </div>
        {state === "ready" && <RecordingPlayer name={name} href={href(browserId)} />}
      </section>
    );
  });
}
