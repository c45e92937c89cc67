import Link from "next/link";
import { pageRoutes } from "@/lib/contract/routes";
import { DeferredAccountMenu } from "./deferred-account-menu";
import { DeferredThemeToggle } from "./deferred-theme-toggle";
import { Logo } from "./logo";

const NAME = "flex items-center gap-2 text-sm font-semibold tracking-tight text-fg";

type SiteHeaderProps = {
  /** Whoever asks may see everything. */
  isOperator: boolean;
  /** There is a session that can be ended. */
  isSignedIn: boolean;
  /** The page shows what a share link opened: it leads nowhere, and no account belongs to it. */
  isShared: boolean;
};

/** The bar on top of every page. */
export function SiteHeader({ isOperator, isSignedIn, isShared }: SiteHeaderProps) {
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
      <div className="relative flex items-center gap-1">
        {isOperator && !isShared && (
          // Seldom used: nothing of it is loaded ahead.
          <Link
            href={pageRoutes.status()}
            prefetch={false}
            className="rounded-md px-2 py-1.5 text-xs text-muted transition-colors hover:bg-raised hover:text-fg"
          >
            Server status
          </Link>
        )}
        {isSignedIn && !isShared && <DeferredAccountMenu />}
        <DeferredThemeToggle />
      </div>
    </header>
  );
}
