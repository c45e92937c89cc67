import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInPage } from "@/components/sign-in/sign-in-page";
import { readReturn, returnPath } from "@/lib/contract/sign-in-return";
import { takesPasswords } from "@/lib/server/sign-in/grant-of-request";
import { isOperator, readerOf, type PageQuery } from "@/lib/server/sign-in/require-operator";

type SignInRoute = { searchParams: Promise<PageQuery> };

export const metadata: Metadata = { title: "Sign in" };

export default async function Page({ searchParams }: SignInRoute) {
  const returnTo = returnPath(readReturn(readerOf(await searchParams)));
  if (await isOperator()) redirect(returnTo);
  return <SignInPage returnTo={returnTo} takesPasswords={takesPasswords()} />;
}
