import { ProblemPage } from "@/components/task/problem-page";

export default function NotFound() {
  return <ProblemPage code="not-found" />;
}
