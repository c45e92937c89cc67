import { LateProblemPage } from "@/components/task/late-problem-page";

export default function NotFound() {
  return <LateProblemPage code="not-found" />;
}
