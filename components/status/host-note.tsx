import { isLookAlikeHost } from "@/lib/domain/text/page-address";

/** A note beside a host whose letters may look like others; nothing beside one written in plain letters. */
export function HostNote({ host }: { host: string }) {
  if (!isLookAlikeHost(host)) return null;
  return (
    <span
      title="This name has letters beyond a to z, some of which look like others. It is shown as computers spell it."
      className="shrink-0 rounded bg-waiting/10 px-1.5 font-medium whitespace-nowrap text-waiting"
    >
      Unusual letters
    </span>
  );
}
