import { guard } from '../../src/cli/guard.ts'
import { readStdin } from '../../src/cli/standard-streams.ts'
import { run } from '../../src/run.ts'

// The function takes its input from stdin and its configuration from the ResourceList: it has no arguments.
process.exitCode = guard(() => run(readStdin()))
