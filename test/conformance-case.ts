import { readFileSync } from 'node:fs'
import type { JsonObject } from '../src/json/json.ts'

/** A recorded input, and what the operators answered to it. */
export interface ConformanceCase {
  id: string
  input: {
    hyperConverged: JsonObject
    nodes: JsonObject[]
    /** Absent: the upstream ones. */
    commonTemplates?: JsonObject[]
    goldenImagesNamespace?: string
    hyperconvergedVersion?: string
  }
  expected: {
    accepted: boolean
    multiArch?: boolean
    nodeInfo?: JsonObject
    templates?: JsonObject[]
    alerts?: { alert: string; labels: { [name: string]: string } }[]
    ssp?: { accepted: boolean; message?: string; error?: string }
    dataImportCrons?: JsonObject[]
    dataSources?: { namespace: string; name: string; pointsTo?: string; pvc?: string; cron?: string }[]
    nameClashes?: string[]
    nondeterministic?: boolean
    admission?: { name: string; namespace: string; admitted: boolean; message?: string }[]
  }
}

export function readCases(file: 'named' | 'operators' | 'releases' | 'placement'): ConformanceCase[] {
  const lines = readFileSync(`test/fixtures/conformance/${file}.jsonl`, 'utf8').trim().split('\n')
  return lines.map((line): ConformanceCase => JSON.parse(line))
}

/** As a set: the order of the entries, and of the members in them, does not count. */
export function asSet(values: readonly unknown[] | undefined): string[] | undefined {
  return values?.map((value) => JSON.stringify(value, sortMembers)).sort()
}

function sortMembers(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
