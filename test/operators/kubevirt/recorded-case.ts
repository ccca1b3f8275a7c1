import { readFileSync } from 'node:fs'
import type { RecordedMachine } from '../../../src/explanation/virtual-machines.ts'
import type { JsonObject } from '../../../src/json/json.ts'

/** A recorded input, and what KubeVirt, CDI and the scheduler answered to it. */
export interface MachineCase {
  id: string
  input: {
    virtualMachines: JsonObject[]
    stored?: JsonObject[]
    dataSources: JsonObject[]
    /** Absent: every claim and snapshot that a DataSource names exists. */
    persistentVolumeClaims?: JsonObject[]
    nodes: JsonObject[]
    preferences: JsonObject[]
    instancetypes: JsonObject[]
    kubevirt: {
      /** Absent: 1.9. */
      version?: string
      defaultArchitecture: string
      previousDefaultArchitecture?: string
      statusDefaultArchitecture?: string
      featureGates: string[]
      nodeSelectors?: { [key: string]: string }
    }
  }
  expected: {
    defaultArchitecture: string
    dataSources?: {
      namespace: string
      name: string
      ready: boolean
      reason: string
      message: string
      labels?: object
      source?: object
    }[]
    virtualMachines: RecordedMachine[]
  }
}

export function readMachineCases(file: 'named-vms' | 'random-vms' | 'releases-vms'): MachineCase[] {
  const lines = readFileSync(`test/fixtures/conformance/${file}.jsonl`, 'utf8').trim().split('\n')
  return lines.map((line): MachineCase => JSON.parse(line))
}
