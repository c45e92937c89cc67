"use client";

import { Check, Copy } from "lucide-react";
import type { ReactNode } from "react";
import { useCopy } from "@/lib/client/browser/use-copy";
import { Button, type ButtonLook } from "./button";

type CopyButtonProps = {
  /** The text to copy, made when the button is pressed. */
  text: () => string;
  children: ReactNode;
  look?: ButtonLook;
  icon?: ReactNode;
  className?: string;
};

/** Copies a text and says so in place, for the eye and for the ear. */
export default function CopyButton({
  text,
  children,
  look = "quiet",
  icon,
  className,
}: CopyButtonProps) {
  const { state, copy } = useCopy();
  return (
    <Button
      look={look}
      className={className}
      onClick={() => {
        void copy(text());
      }}
    >
      {state === "copied" ? <Check className="text-success" /> : (icon ?? <Copy />)}
      {children}
      <span role="status" className="sr-only">
        {state === "copied" ? "Copied" : state === "failed" ? "Copying failed" : ""}
      </span>
    </Button>
  );
}
