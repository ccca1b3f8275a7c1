import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/json/json.ts'
import { type Admission, admitDataImportCron } from '../../../src/operators/cdi/admission.ts'
import { messageKind } from './message-kind.ts'

interface Answer {
  admitted: boolean
  message?: string
}

interface AdmissionCase {
  id: string
  input: { dataImportCron: JsonObject; old?: JsonObject }
  expected: Answer
}

interface ChainCase {
  id: string
  expected: {
    dataImportCrons?: (JsonObject & { metadata: { namespace: string; name: string } })[]
    admission?: (Answer & { namespace: string; name: string })[]
  }
}

function recorded<T>(file: string): T[] {
  const lines = readFileSync(`test/fixtures/conformance/${file}.jsonl`, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line))
}

function kindOf(answer: Answer): string {
  return answer.admitted ? 'admitted' : `denied: ${messageKind(answer.message ?? '')}`
}

function answerOf(admission: Admission): Answer {
  return admission.admitted ? admission : { admitted: false, message: admission.cause.message }
}

describe('what CDI answered to single objects', () => {
  test.for(recorded<AdmissionCase>('cdi-admission'))('$id', ({ input, expected }) => {
    expect(kindOf(answerOf(admitDataImportCron(input.dataImportCron, input.old)))).toBe(kindOf(expected))
  })
})

describe.for(['named', 'operators', 'releases'])('what CDI answered to the objects of SSP: %s', (file) => {
  test.for(recorded<ChainCase>(file))('$id', ({ expected: { dataImportCrons = [], admission = [] } }) => {
    const answers = new Map(admission.map((answer) => [`${answer.namespace}/${answer.name}`, answer]))
    expect(dataImportCrons).toHaveLength(admission.length)
    for (const cron of dataImportCrons) {
      const answer = answers.get(`${cron.metadata.namespace}/${cron.metadata.name}`)
      expect(answer).toBeDefined()
      if (answer) expect(kindOf(answerOf(admitDataImportCron(cron)))).toBe(kindOf(answer))
    }
  })
})
