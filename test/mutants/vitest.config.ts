import { defineConfig } from 'vitest/config'

/** A room's mutants must be found by tests of the room: others start programs, or make inputs for minutes. */
const { ROOM = '{rules,emission,findings,operators,cluster,prediction,explanation}' } = process.env

export default defineConfig({
  test: { include: [`test/${ROOM}/**/*.test.ts`], testTimeout: 60_000 },
})
