import type { Metadata } from "next";
import { requireOperator, type PageQuery } from "@/lib/server/app/require-operator";
import { Catalogue } from "@/test/catalogue/catalogue";

export const metadata: Metadata = { title: "Catalogue" };

/** Every state of every panel. The ending of this file's name keeps it out of every build: see `next.config.mjs`. */
export default async function Page({ searchParams }: { searchParams: Promise<PageQuery> }) {
  await requireOperator("/catalogue", await searchParams);
  return <Catalogue />;
}
