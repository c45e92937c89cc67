import type { Metadata } from "next";
import { StatusPage } from "@/components/operations/status-page";
import { getApp } from "@/lib/server/app/get-app";
import { requireOperator } from "@/lib/server/app/require-operator";

export const metadata: Metadata = { title: "Status" };

export default async function Page() {
  await requireOperator("/status", {});
  return <StatusPage status={await getApp().readStatus()} />;
}
