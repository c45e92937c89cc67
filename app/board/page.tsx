import type { Metadata } from "next";
import { BoardPage } from "@/components/board/board-page";
import { MOST_ON_BOARD, parseBoardIds } from "@/lib/contract/board";
import { getApp } from "@/lib/server/app/get-app";
import { requireOperator, type PageQuery } from "@/lib/server/app/require-operator";

type BoardRoute = { searchParams: Promise<PageQuery> };

export const metadata: Metadata = { title: "Board" };

export default async function Page({ searchParams }: BoardRoute) {
  await requireOperator("/board", await searchParams);
  const { ids } = await searchParams;
  const given = parseBoardIds(typeof ids === "string" ? ids : "").slice(0, MOST_ON_BOARD);
  const { readBoard, env } = getApp();
  const { board, readAt } = await readBoard(given);
  const initial = given.length === 0 ? null : board;
  return <BoardPage initial={initial} renderedAt={readAt} costWarnUsd={env.COST_WARN_USD} />;
}
