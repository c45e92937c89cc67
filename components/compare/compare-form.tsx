"use client";

import { ArrowRight, LoaderCircle } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { pageRoutes } from "@/lib/contract/routes";
import { findTaskId } from "@/lib/domain/task/find-task-id";
import { PickRecent } from "./pick-recent";
import { RunField } from "./run-field";

/** What stands in the two fields, or what is wrong with them. */
type BySide = { a: string; b: string };

type CompareFormProps = {
  /** What the address said; a text in it that is no task ID is shown with words about it. */
  given: BySide;
  /** A word above the form, such as why the runs asked for cannot be shown. */
  intro?: string;
};

/** Asks for the two runs to compare: IDs, links or texts that contain one, or tasks opened before. */
export function CompareForm({ given, intro }: CompareFormProps) {
  const router = useRouter();
  const [texts, setTexts] = useState(given);
  const [problems, setProblems] = useState<BySide>({
    a: given.a === "" ? "" : problemOf(given.a),
    b: given.b === "" ? "" : problemOf(given.b),
  });
  const [isOpening, startOpening] = useTransition();

  const change = (side: "a" | "b", text: string) => {
    setTexts({ ...texts, [side]: text });
    setProblems({ ...problems, [side]: "" });
  };
  const compare = () => {
    const a = findTaskId(texts.a).id;
    const b = findTaskId(texts.b).id;
    setProblems({ a: problemOf(texts.a), b: problemOf(texts.b) });
    if (a === null || b === null) return;
    startOpening(() => {
      router.push(pageRoutes.compare(a, b));
    });
  };

  return (
    <main id="main" className="mx-auto w-full max-w-2xl grow px-4 pt-[8vh] pb-16">
      <h1 className="text-2xl font-semibold tracking-tight">Compare two runs</h1>
      <p className="mt-1.5 text-sm text-muted">
        {intro ??
          "See where two runs of a task begin to differ, with both screenshots, and what the difference cost."}
      </p>
      <form
        className="mt-6 flex flex-col gap-1"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          compare();
        }}
      >
        {(["a", "b"] as const).map((side) => (
          <RunField
            key={side}
            side={side}
            text={texts[side]}
            problem={problems[side]}
            onChange={(text) => {
              change(side, text);
            }}
          />
        ))}
        <Button type="submit" look="primary" className="h-10 self-start px-4" aria-busy={isOpening}>
          {isOpening ? (
            <LoaderCircle aria-hidden="true" className="animate-spin" />
          ) : (
            <ArrowRight aria-hidden="true" />
          )}
          {isOpening ? "Opening" : "Compare"}
        </Button>
      </form>
      <PickRecent chosen={[texts.a, texts.b]} onPick={change} />
    </main>
  );
}

function problemOf(text: string): string {
  const found = findTaskId(text);
  if (found.id !== null) return "";
  switch (found.reason) {
    case "empty":
      return "Paste a task ID or a link here.";
    case "no-id":
      return "There is no task ID in this text. An ID has 32 hexadecimal digits in five groups.";
    case "too-long":
      return "This text is longer than a million characters. Paste a part that contains the ID.";
  }
}
