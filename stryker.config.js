/**
 * Mutation testing: src/<room>/ is changed in one place after another, and a test of the room must fail each time. What the
 * rooms are held against, and the mutants that may live: test/mutants/README.md.
 */
const { ROOM = '{rules,emission,findings,operators,cluster,prediction,explanation}' } = process.env

export default {
  mutate: [`src/${ROOM}/**/*.ts`],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
  // Vitest reads TypeScript by itself.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  // A rule is a literal: a change of its text would run every test, and says nothing of what it finds.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `build/mutants/${ROOM}.json`,
  tempDirName: 'build/mutants/sandbox',
  ignorePatterns: [
    'bench',
    'build',
    'dist',
    'examples',
    'fuzz',
    'functions/golden-images/native/target',
    'test/native',
  ],
  concurrency: 1,
  reporters: ['clear-text'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, skipFull: true },
}
