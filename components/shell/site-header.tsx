import Link from "next/link";
import { pageRoutes } from "@/lib/contract/routes";
import { DeferredAccountMenu } from "./deferred-account-menu";
import { DeferredPageLinks } from "./deferred-page-links";
import { DeferredPaletteButton } from "./deferred-palette-button";
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
  const leads = isOperator && !isShared;
  const name = (
    <>
      <Logo className="size-5" />
      <span className={leads ? "max-sm:sr-only" : undefined}>Sightglass</span>
    </>
  );
  return (
    <header className="flex h-12 shrink-0 items-center justify-between border-b border-line bg-surface px-4">
      <div className="flex min-w-0 items-center gap-1 sm:gap-4">
        {isShared ? (
          <span className={NAME}>{name}</span>
        ) : (
          <Link href={pageRoutes.home()} className={`-mx-1 rounded-md px-1 ${NAME}`}>
            {name}
          </Link>
        )}
        {leads && <DeferredPageLinks />}
      </div>
      <div className="relative flex items-center gap-1">
        {leads && <DeferredPaletteButton canSignOut={isSignedIn} />}
        {leads && (
          // Seldom used: nothing of it is loaded ahead, and on a phone the palette leads there.
          <Link
            href={pageRoutes.status()}
            prefetch={false}
            className="rounded-md px-2 py-1.5 text-xs text-muted transition-colors hover:bg-raised hover:text-fg max-sm:hidden"
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
