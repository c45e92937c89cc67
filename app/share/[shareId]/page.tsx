import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { SharedTaskPage } from "@/components/task/shared-task-page";
import { openShareByCookie } from "@/lib/server/share-links/open-share";
import { readFirstShared } from "@/lib/server/share-links/read-first-shared";

type ShareRoute = { params: Promise<{ shareId: string }> };

export const metadata: Metadata = { title: "Shared task", description: null };

export default async function Page({ params }: ShareRoute) {
  const { shareId } = await params;
  const share = await openShareByCookie(shareId, await headers());
  if (!share.ok && share.code === "share-not-found") notFound();
  const { initial, renderedAt } = await readFirstShared(share);
  const { scopes, expiresAt } = share.ok ? { ...share.grant, ...share } : share.claims;
  return (
    <SharedTaskPage
      key={shareId}
      shareId={shareId}
      scopes={scopes}
      until={new Date(expiresAt).toISOString()}
      initial={initial}
      renderedAt={renderedAt}
    />
  );
}
