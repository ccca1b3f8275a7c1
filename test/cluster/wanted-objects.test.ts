import { expect, test } from 'vitest'
import { speaksOfUs } from '../../src/cluster/wanted-objects.ts'

const PADDING = `# ${'x'.repeat(1 << 20)}\n`

test.each([
  ['apiVersion: v1\nkind: NodeList\n', true],
  ['{"apiVersion": "hco.kubevirt.io/v1", "kind": "HyperConverged"}', true],
  ['kind: hyperconverged\n', true],
  ['kind: Deployment\nspec: {nodeSelector: {node: a}}\n', false],
  [`${PADDING}apiVersion: v1\nkind: NodeList\n`, true],
  [`${PADDING}{"message": "HyperConverged reconciled on a Node"}\n`, false],
])(
  'a file is parsed when it speaks of our kinds, and a large one when it says so as an object does: %#',
  (text, speaks) => {
    expect(speaksOfUs(text)).toBe(speaks)
  },
)
