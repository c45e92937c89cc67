import type { Metadata } from "next";
import { ShareLanding } from "@/components/share/share-landing";

export const metadata: Metadata = { title: "Shared task", description: null };

export default function Page() {
  return <ShareLanding />;
}
