import type { Metadata } from "next";
import { BoardPage } from "@/components/board/board-page";
import { MOST_ON_BOARD, parseBoardIds } from "@/lib/contract/board";
import { requireOperator, type PageQuery } from "@/lib/server/sign-in/require-operator";
import { readBoard } from "@/lib/server/tasks/read-board";

type BoardRoute = { searchParams: Promise<PageQuery> };

export const metadata: Metadata = { title: "Board" };

export default async function Page({ searchParams }: BoardRoute) {
  await requireOperator("/board", await searchParams);
  const { ids } = await searchParams;
  const given = parseBoardIds(typeof ids === "string" ? ids : "").slice(0, MOST_ON_BOARD);
  const { board, readAt } = await readBoard(given);
  return <BoardPage initial={given.length === 0 ? null : board} renderedAt={readAt} />;
}
