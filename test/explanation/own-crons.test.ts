import { expect, test } from 'vitest'
import { explainOwnCrons } from '../../src/explanation/own-crons.ts'
import { printExplanation } from '../../src/formats/explanation/explanation-text.ts'
import { evaluateText } from '../rules/cases.ts'

function cron(name: string, dataSource: string, url: string, more: { labels?: string; schedule?: string } = {}) {
  const { labels = '{}', schedule = '0 */12 * * *' } = more
  return `apiVersion: cdi.kubevirt.io/v1beta1
kind: DataImportCron
metadata: {name: ${name}, namespace: images, labels: ${labels}}
spec:
  managedDataSource: ${dataSource}
  schedule: "${schedule}"
  template:
    spec:
      source: {registry: {url: "${url}", platform: {architecture: arm64}}}
      storage: {resources: {requests: {storage: 10Gi}}}
`
}

const IMAGE = 'docker://registry.example.com/tools:1'

test('without a HyperConverged, DataImportCrons are followed to their DataSources', () => {
  const { ownCrons } = evaluateText(
    [
      cron('labelled', 'tools-arm64', IMAGE, { labels: '{template.kubevirt.io/architecture: arm64}' }),
      cron('late', 'tools-arm64', IMAGE),
      cron('idle', 'idle', IMAGE, { schedule: '' }),
      cron('failing', 'failing', 'docker://centos:9'),
      cron('refused', 'refused', 'http://registry.example.com/tools'),
    ].join('---\n'),
  )
  const explained = explainOwnCrons(ownCrons)
  expect(explained.map(({ name, fate }) => [name, fate])).toEqual([
    ['labelled', 'imports'],
    ['late', 'unserved'],
    ['idle', 'idle'],
    ['failing', 'fails'],
    ['refused', 'rejected'],
  ])
  const [, told = ''] = printExplanation([], { own: explained }).split('DataImportCrons of your own\n')
  expect(told).toMatchInlineSnapshot(`
    "  "images/labelled" (<stdin>:3) imports the arm64 image of "docker://registry.example.com/tools:1" and fills
        the DataSource "images/tools-arm64". A VM that names it becomes a VM of arm64. It asks for 30Gi: 10Gi for
        each of 3 imports kept.
      "images/late" (<stdin>:14) imports nothing as long as "images/labelled" manages the DataSource
        "images/tools-arm64", too: CDI serves the first of them that it sees.
      "images/idle" (<stdin>:25) imports nothing: it has no schedule and asks for no digest. The DataSource
        "images/idle" is there and empty.
      "images/failing" (<stdin>:36) imports nothing: CDI makes of "docker://centos:9" an address that it can not
        read. The DataSource "images/failing" is there and empty.
      "images/refused" (<stdin>:47) is rejected by CDI, which says
        "Illegal registry source URL scheme http://registry.example.com/tools".
    "
  `)
})
