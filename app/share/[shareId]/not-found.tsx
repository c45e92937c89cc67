import { InvalidLink } from "@/components/share/invalid-link";

export default function NotFound() {
  return <InvalidLink />;
}
