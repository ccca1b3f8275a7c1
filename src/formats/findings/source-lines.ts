import type { Report } from './report.ts'

/** Each file by its lines. */
export type SourceLines = ReadonlyMap<string, readonly string[]>

/** Splits the sources in which findings stand, once each; the input can be large. */
export function splitSources({ findings, sources }: Report): SourceLines {
  const files = new Set(findings.flatMap(({ position }) => (position ? [position.file] : [])))
  return new Map([...files].map((file) => [file, sources.get(file)?.split('\n') ?? []]))
}
