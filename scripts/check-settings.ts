import { readEnvOrStop } from "@/lib/server/config/stop-on-bad-env";

// Ends with the list of bad settings before anything listens; the server checks once more for itself.
readEnvOrStop();
