import { Globe } from "lucide-react";

/** Says that a session is public at the service, which this server has no part in. */
export function PublicNote({ href }: { href: string }) {
  return (
    <p
      role="note"
      className="flex items-start gap-2 rounded-lg border border-waiting/40 bg-waiting/8 px-3 py-2"
    >
      <Globe aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>
        This task is public at Browser Use Cloud: somebody shared its session there, and whoever has
        that link sees it without signing in.{" "}
        <a href={href} target="_blank" rel="noopener noreferrer" className="text-accent underline">
          Open the public page
        </a>
      </span>
    </p>
  );
}
