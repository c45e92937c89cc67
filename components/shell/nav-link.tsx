"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** A page of the header, marked while it is the one that is open. */
export function NavLink({ href, label }: { href: string; label: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={usePathname() === href ? "page" : undefined}
      className="rounded-md px-2 py-1.5 text-[0.8125rem] text-muted transition-colors hover:bg-raised hover:text-fg aria-[current]:font-medium aria-[current]:text-fg"
    >
      {label}
    </Link>
  );
}
