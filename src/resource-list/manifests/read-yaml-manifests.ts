import { type Document, isMap, isScalar, isSeq, Scalar } from 'yaml'
import type { PathStep } from '../../json/json.ts'
import { composeYaml } from '../../yaml/full/compose-yaml.ts'
import { keyName } from '../../yaml/full/find-key-problem.ts'
import { kubernetesValue } from '../../yaml/full/kubernetes-scalars.ts'
import { tokenizeYaml } from '../../yaml/full/tokenize-yaml.ts'
import type { YamlProblem } from '../../yaml/yaml-problem.ts'
import { nodeSlice } from '../whole/node-slice.ts'
import type { ParsedDocument } from './parsed-document.ts'
import { placeInLiteral } from './place-in-literal.ts'

export type YamlManifests = { ok: true; documents: ParsedDocument[] } | { ok: false; problem: YamlProblem }

/** The YAML documents of a text that hold something. */
export function readYamlManifests(text: string): YamlManifests {
  const stream = tokenizeYaml(text)
  if (!stream.ok) return stream
  const composed = composeYaml(text, stream.tokens)
  if (!composed.ok) return composed
  return { ok: true, documents: composed.documents.map(({ document }) => toParsed(text, document)) }
}

function toParsed(text: string, document: Document.Parsed): ParsedDocument {
  const value = kubernetesValue(document)
  const { contents, range } = document
  return {
    value,
    slice: { start: range[0], end: range[1] },
    place: contents?.range[0] ?? range[0],
    sliceAt: (steps) => {
      const node = nodeAt(contents, steps)
      return node === undefined ? undefined : nodeSlice(text, node)
    },
    placerAt: (steps) => {
      const node = nodeAt(contents, steps)
      if (!isScalar(node) || node.type !== Scalar.BLOCK_LITERAL || typeof node.value !== 'string') return undefined
      return node.range ? placeInLiteral(text, nodeSlice(text, node), node.value) : undefined
    },
  }
}

function nodeAt(contents: unknown, steps: readonly PathStep[]): unknown {
  let here = contents
  for (const step of steps) {
    if (isSeq(here) && typeof step === 'number') here = here.items[step]
    else if (isMap(here)) here = here.items.find(({ key }) => isScalar(key) && keyName(key.value) === step)?.value
    else return undefined
  }
  return here ?? undefined
}
