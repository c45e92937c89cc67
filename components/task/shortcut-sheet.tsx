"use client";

import { Dialog } from "@/components/ui/dialog";
import { SHORTCUTS } from "@/lib/domain/shortcuts/shortcuts";

const ALL = Object.values(SHORTCUTS);
/** What a page that a share link opened has not. */
const OWN: ReadonlySet<unknown> = new Set([
  SHORTCUTS.copyLink,
  SHORTCUTS.newerRun,
  SHORTCUTS.olderRun,
]);
const GROUPS = [...new Set(ALL.map((shortcut) => shortcut.group))];

type ShortcutSheetProps = { isOwnPage: boolean; onClose: () => void };

/** Every shortcut of the page. */
export default function ShortcutSheet({ isOwnPage, onClose }: ShortcutSheetProps) {
  const shown = ALL.filter((shortcut) => isOwnPage || !OWN.has(shortcut));
  return (
    <Dialog
      title="Keyboard shortcuts"
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === "?") event.currentTarget.close();
      }}
      className="w-[min(44rem,calc(100vw-2rem))]"
    >
      <div className="max-h-[70dvh] thin-scroll gap-x-10 overflow-y-auto p-5 sm:columns-2">
        {GROUPS.map((group) => (
          <table key={group} className="mb-5 w-full break-inside-avoid">
            <caption className="pb-1 text-left text-xs font-medium text-faint">{group}</caption>
            <tbody>
              {shown
                .filter((shortcut) => shortcut.group === group)
                .map((shortcut) => (
                  <tr key={shortcut.does} className="border-t border-line">
                    <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                      {shortcut.does}
                    </th>
                    <td className="py-1.5 text-right whitespace-nowrap">
                      {("shown" in shortcut ? shortcut.shown : shortcut.keys).map((key) => (
                        <kbd
                          key={key}
                          className="ml-1 inline-flex h-6 min-w-6 items-center justify-center rounded border border-line-strong bg-raised px-1.5 font-sans text-xs"
                        >
                          {key}
                        </kbd>
                      ))}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        ))}
        <p className="text-xs text-faint">
          Shortcuts do nothing while you type. When the timeline, the filmstrip or a zoomed
          screenshot has the focus, arrow keys move within it.
        </p>
      </div>
    </Dialog>
  );
}
