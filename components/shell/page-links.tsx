"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { pageRoutes } from "@/lib/contract/routes";

const PAGES = [
  { href: pageRoutes.home(), label: "Runs" },
  { href: pageRoutes.board(), label: "Board" },
  { href: pageRoutes.compare(), label: "Compare" },
];

/** The pages that the header leads to, the open one marked. */
export default function PageLinks() {
  const pathname = usePathname();
  return (
    <nav aria-label="Pages" className="flex">
      {PAGES.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={pathname === href ? "page" : undefined}
          className="rounded-md px-2 py-1.5 text-[0.8125rem] text-muted transition-colors hover:bg-raised hover:text-fg aria-[current]:font-medium aria-[current]:text-fg"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
