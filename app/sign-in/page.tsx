import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInPage } from "@/components/sign-in/sign-in-page";
import { readReturn, returnPath } from "@/lib/contract/sign-in-return";
import { getApp } from "@/lib/server/app/get-app";
import { isOperator, readerOf, type PageQuery } from "@/lib/server/app/require-operator";

type SignInRoute = { searchParams: Promise<PageQuery> };

export const metadata: Metadata = { title: "Sign in" };

export default async function Page({ searchParams }: SignInRoute) {
  const returnTo = returnPath(readReturn(readerOf(await searchParams)));
  if (await isOperator()) redirect(returnTo);
  const takesPasswords = getApp().env.ACCESS_PASSWORD !== null;
  return <SignInPage returnTo={returnTo} takesPasswords={takesPasswords} />;
}
