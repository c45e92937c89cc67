import type { ReactNode } from "react";

type MessagePageProps = {
  icon: ReactNode;
  title: string;
  words: string;
  next: string;
  /** Buttons and links. */
  children?: ReactNode;
};

/** A page that has nothing but words to show: what is the matter, and what to do. */
export function MessagePage({ icon, title, words, next, children }: MessagePageProps) {
  return (
    <main id="main" className="flex grow items-center justify-center p-6">
      <div className="w-full max-w-md">
        <div className="mb-4 inline-flex size-10 items-center justify-center rounded-lg border border-line bg-surface text-muted [&_svg]:size-5">
          {icon}
        </div>
        <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
        <p className="mt-1.5 text-sm text-muted">{words}</p>
        <p className="mt-1.5 text-sm text-muted">{next}</p>
        <div className="mt-5 flex flex-wrap gap-2">{children}</div>
      </div>
    </main>
  );
}
