/** Reads a ResourceList and prints it as it was, with the kpt TypeScript SDK. */
import { run } from 'kpt-functions'

run(async () => {})
