import { describe, expect, test } from 'vitest'
import { run } from '../src/run.ts'
import { asSet, type ConformanceCase, readCases } from './conformance-case.ts'

// The recorded cases once more, as a user meets them: a ResourceList into the function, items and results out of it.
describe.for(['named', 'operators', 'releases'] as const)('the function on what was recorded: %s', (file) => {
  test.for(readCases(file).map((one) => [one.id, one] as const))('%s', ([, { input, expected }]) => {
    const { exitCode, stdout } = run(asResourceList(input))
    expect(exitCode).toBe(0)
    const output: Output = JSON.parse(stdout)
    const results = output.results ?? []
    const emitted = output.items.slice(1 + input.nodes.length).map(withoutMark)

    const errors = results.filter(({ severity }) => severity === 'error').map(({ tags }) => tags.rule)
    const taken = expected.accepted && expected.ssp?.accepted && expected.ssp.error === undefined
    if (!taken) {
      expect(errors).not.toEqual([])
      expect(emitted).toEqual([])
    }
    expect(asSet(results.filter(({ tags }) => tags.rule.startsWith('HCO')).map(asAlert))).toEqual(
      asSet((expected.alerts ?? []).map(({ alert, labels }) => [alert, labels.data_import_cron_name ?? ''])),
    )
    if (!taken || expected.nondeterministic) return
    expect(emitted.filter(({ kind }) => kind === 'DataImportCron')).toEqual(expected.dataImportCrons)
    const pointers = emitted.filter(({ kind }) => kind === 'DataSource')
    expect(
      asSet(pointers.map(({ metadata, spec }) => [metadata.name, metadata.namespace, spec.source?.dataSource])),
    ).toEqual(
      asSet(
        expected.dataSources
          ?.filter(({ pointsTo }) => pointsTo !== undefined)
          .map(({ name, namespace, pointsTo }) => [name, namespace, { name: pointsTo, namespace }]),
      ),
    )
    const refused = expected.admission?.some(({ admitted }) => !admitted) ?? false
    expect(errors.includes('data-import-cron-rejected')).toBe(refused)
  })
})

interface Output {
  items: Emitted[]
  results?: { severity: string; message: string; tags: { rule: string; template?: string } }[]
}

interface Emitted {
  kind: string
  metadata: { name: string; namespace: string; annotations?: { [name: string]: string } }
  spec: { source?: { dataSource: { name: string; namespace: string } } }
}

function asResourceList({ hyperConverged, nodes, ...input }: ConformanceCase['input']): string {
  const spec = {
    failOn: 'never',
    goldenImagesNamespace: input.goldenImagesNamespace ?? 'kubevirt-os-images',
    hyperconvergedVersion: input.hyperconvergedVersion,
    commonBootImages: input.commonTemplates,
    architectures: nodes.length === 0 ? { workload: [], controlPlane: [] } : undefined,
    emit: { dataSources: true },
  }
  return JSON.stringify({
    apiVersion: 'config.kubernetes.io/v1',
    kind: 'ResourceList',
    items: [hyperConverged, ...nodes],
    functionConfig: { apiVersion: 'golden-images.dev/v1alpha1', kind: 'GoldenImages', spec },
  })
}

function withoutMark(item: Emitted): Emitted {
  const { 'golden-images.dev/generated-from': mark, ...annotations } = item.metadata.annotations ?? {}
  expect(mark).toMatch(/^[^/]*\/kubevirt-hyperconverged\//)
  return { ...item, metadata: { ...item.metadata, annotations } }
}

function asAlert({ tags }: { tags: { rule: string; template?: string } }): [string, string] {
  return [tags.rule, (tags.template ?? '').toLowerCase()]
}
