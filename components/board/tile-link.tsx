import Link from "next/link";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { pageRoutes } from "@/lib/contract/routes";

/** The name of a task; a press anywhere on its tile opens it. */
export function TileLink({ id, title, className }: Record<"id" | "title" | "className", string>) {
  return (
    <Link
      href={pageRoutes.task(id)}
      prefetch={false}
      className={`font-medium after:absolute after:inset-0 ${className}`}
    >
      <bdi dir="auto">
        <UntrustedText text={title} />
      </bdi>
    </Link>
  );
}
