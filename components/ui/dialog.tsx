"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import { IconButton } from "./icon-button";

type DialogProps = {
  title: string;
  /** Its width. */
  className: string;
  onClose: () => void;
  onKeyDown?: (event: KeyboardEvent<HTMLDialogElement>) => void;
  children: ReactNode;
};

/**
 * A modal dialog with a title and a way out, open for as long as it is there. A native one: it keeps the focus, and
 * gives it back when it closes.
 */
export function Dialog({ title, className, onClose, onKeyDown, children }: DialogProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const box = dialog.current;
    box?.showModal();
    return () => {
      box?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        // The dialog itself is hit beside its content only: on the backdrop.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
      onKeyDown={onKeyDown}
      className={clsx(
        "m-auto rounded-xl border border-line-strong bg-surface p-0 text-fg shadow-2xl backdrop:bg-black/40",
        className,
      )}
    >
      <div className="flex h-12 items-center justify-between border-b border-line pr-2 pl-5">
        <h2 id={titleId} className="text-sm font-semibold">
          {title}
        </h2>
        <IconButton
          label="Close"
          onClick={() => {
            dialog.current?.close();
          }}
        >
          <X aria-hidden="true" />
        </IconButton>
      </div>
      {children}
    </dialog>
  );
}
