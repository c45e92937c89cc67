import Link from "next/link";
import { pageRoutes } from "@/lib/contract/routes";
import { LateThemeToggle } from "./late-theme-toggle";
import { Logo } from "./logo";

const NAME = "flex items-center gap-2 text-sm font-semibold tracking-tight text-fg";

/** The bar on top of every page. From what a share link shows it leads nowhere. */
export function SiteHeader({ isShared }: { isShared: boolean }) {
  const name = (
    <>
      <Logo className="size-5" />
      Sightglass
    </>
  );
  return (
    <header className="flex h-12 shrink-0 items-center justify-between border-b border-line bg-surface px-4">
      {isShared ? (
        <span className={NAME}>{name}</span>
      ) : (
        <Link href={pageRoutes.home()} className={`-mx-1 rounded-md px-1 ${NAME}`}>
          {name}
        </Link>
      )}
      <LateThemeToggle />
    </header>
  );
}
