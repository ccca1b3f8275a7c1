import { guard } from '../../src/cli/guard.ts'
import { readStdin } from '../../src/cli/standard-streams.ts'
import { run } from '../../src/run.ts'

// The function takes its input from stdin and its configuration from the ResourceList: it has no arguments.
// All is written by then: to leave at once spares Node taking itself apart.
process.exit(guard(() => run(readStdin())))
