import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { SharedTaskPage } from "@/components/task/shared-task-page";
import { getApp } from "@/lib/server/app/get-app";

type ShareRoute = { params: Promise<{ shareId: string }> };

export const metadata: Metadata = { title: "Shared task", description: null };

export default async function Page({ params }: ShareRoute) {
  const { shareId } = await params;
  const app = getApp();
  const share = await app.openShare.byCookie(shareId, await headers());
  if (!share.ok && share.code === "share-not-found") notFound();
  const { initial, renderedAt } = await app.readFirstShared(share);
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
