import type { Metadata } from "next";
import { CompareForm } from "@/components/compare/compare-form";
import { ComparePage } from "@/components/compare/compare-page";
import { decodeTaskId } from "@/lib/domain/task/task-id";
import { getApp } from "@/lib/server/app/get-app";
import { requireOperator, type PageQuery } from "@/lib/server/app/require-operator";

type CompareRoute = { searchParams: Promise<PageQuery> };

export const metadata: Metadata = { title: "Compare two runs" };

export default async function Page({ searchParams }: CompareRoute) {
  await requireOperator("/compare", await searchParams);
  const { a, b } = await searchParams;
  const given = { a: typeof a === "string" ? a : "", b: typeof b === "string" ? b : "" };
  const ids = { a: decodeTaskId(given.a), b: decodeTaskId(given.b) };
  if (ids.a === null || ids.b === null) return <CompareForm given={given} />;
  const { readFirstSnapshot } = getApp();
  const [readA, readB] = await Promise.all([readFirstSnapshot(ids.a), readFirstSnapshot(ids.b)]);
  return (
    <ComparePage
      key={`${ids.a} ${ids.b}`}
      a={{ taskId: ids.a, initial: readA.initial }}
      b={{ taskId: ids.b, initial: readB.initial }}
      renderedAt={readB.renderedAt}
    />
  );
}
