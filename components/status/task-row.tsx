import Link from "next/link";
import type { ReactNode } from "react";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { pageRoutes } from "@/lib/contract/routes";

type TaskRowProps = {
  id: string;
  name: string;
  /** What is known of it, after its id. */
  facts: ReactNode;
  badge: ReactNode;
  /** A button that does something else than open the task. */
  button?: ReactNode;
};

/** A task in a list, which opens it wherever it is clicked. */
export function TaskRow({ id, name, facts, badge, button }: TaskRowProps) {
  return (
    <li className="relative flex min-h-12 items-center gap-3 px-3 py-2 hover:bg-raised has-[button]:pr-2">
      <div className="min-w-0 grow">
        <Link
          href={pageRoutes.task(id)}
          prefetch={false}
          className="block truncate font-medium after:absolute after:inset-0"
        >
          <bdi dir="auto">
            <UntrustedText text={name} />
          </bdi>
        </Link>
        <p className="truncate text-xs text-faint">
          <span className="font-mono">{id}</span>
          {facts}
        </p>
      </div>
      <span className="flex max-w-[50%] shrink-0">{badge}</span>
      {button !== undefined && <div className="relative z-10">{button}</div>}
    </li>
  );
}
