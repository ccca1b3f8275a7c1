import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { runProcess } from './run-process.ts'

const QUICKSTART = resolve(import.meta.dirname, '../../scripts/quickstart.ts')

test('the quickstart prints DataImportCrons, and what a failing render looks like', () => {
  const { exitCode, stdout, stderr } = runProcess(process.execPath, [QUICKSTART])
  expect(exitCode, stderr).toBe(0)
  expect([...stdout.matchAll(/^kind: (.*)$/gm)].map(([, kind]) => kind)).toEqual(Array(7).fill('DataImportCron'))
  expect(stdout).toContain('name: rhel10-image-cron-arm64\n')
  expect(stderr).toContain('golden-images: 1 ignored; 7 DataImportCrons for amd64, arm64\n')
  expect(stderr).toMatch(/^error HCOGoldenImageWithNoArchitectureAnnotation .*\nError: /m)
})
