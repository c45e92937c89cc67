import Link from "next/link";
import { pageRoutes } from "@/lib/contract/routes";
import { LateAccountMenu } from "./late-account-menu";
import { LateThemeToggle } from "./late-theme-toggle";
import { Logo } from "./logo";

type SiteHeaderProps = {
  /** There is a session that can be ended. */
  isSignedIn: boolean;
};

/** The bar on top of every page. */
export function SiteHeader({ isSignedIn }: SiteHeaderProps) {
  return (
    <header className="flex h-12 shrink-0 items-center justify-between border-b border-line bg-surface px-4">
      <Link
        href={pageRoutes.home()}
        className="-mx-1 flex items-center gap-2 rounded-md px-1 text-sm font-semibold tracking-tight text-fg"
      >
        <Logo className="size-5" />
        Sightglass
      </Link>
      <div className="relative flex items-center gap-1">
        {isSignedIn && <LateAccountMenu />}
        <LateThemeToggle />
      </div>
    </header>
  );
}
