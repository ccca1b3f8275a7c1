import { type Document, isMap, isScalar, isSeq, Scalar } from 'yaml'
import { isJsonObject } from '../../json/json.ts'
import { KUBERNETES_BOOLEANS } from '../kubernetes-booleans.ts'

/**
 * The value of a document as kubectl, kustomize and the API server read it: with sigs.k8s.io/yaml (goyaml.v2,
 * resolve.go), for which a plain `yes` is a boolean and a plain `1_000` a number. Our own objects, and a ConfigMap that
 * configures us, are read as YAML 1.2 has them: nobody but us reads these. Keys stay as they are written.
 */
export function kubernetesValue(document: Pick<Document, 'contents' | 'toJS'>): unknown {
  return readNode(document.contents, document.toJS())
}

function readNode(node: unknown, value: unknown): unknown {
  if (isScalar(node)) return isPlain(node) ? readPlain(node.source ?? '', value) : value
  if (isSeq(node) && Array.isArray(value)) {
    for (const [index, item] of node.items.entries()) value[index] = readNode(item, value[index])
  }
  if (isMap(node) && isJsonObject(value) && !isReadByUsAlone(value)) {
    for (const { key, value: inner } of node.items) {
      const name = isScalar(key) ? String(key.value) : undefined
      if (name === undefined || !Object.hasOwn(value, name)) continue
      const read = readNode(inner, value[name])
      if (!Object.is(read, value[name])) Object.assign(value, { [name]: read })
    }
  }
  return value
}

function isPlain({ type, tag }: Scalar): boolean {
  return type === Scalar.PLAIN && tag === undefined
}

function isReadByUsAlone({ apiVersion, kind }: { apiVersion?: unknown; kind?: unknown }): boolean {
  return kind === 'ConfigMap' || (typeof apiVersion === 'string' && apiVersion.startsWith('golden-images.dev/'))
}

/** What stands plain in a source, where YAML 1.2 takes it for `value`. */
function readPlain(source: string, value: unknown): unknown {
  const first = source.charCodeAt(0)
  const isNumeric = (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d
  if (!isNumeric) return KUBERNETES_BOOLEANS.get(source) ?? value
  const number = readNumber(source.replaceAll('_', ''))
  // What no float can hold is a text.
  if (number === undefined) return typeof value === 'number' ? source : value
  // JSON has one zero.
  return number === 0 ? 0 : number
}

/** As Go's `strconv.ParseInt` with base 0, else as a float of YAML; undefined for what is no number. */
function readNumber(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1
  const digits = text.replace(/^[-+]/, '')
  const based =
    parse(digits, /^0[xX]([\da-fA-F]+)$/, 16) ??
    parse(digits, /^0[oO]?([0-7]+)$/, 8) ??
    parse(digits, /^0[bB]([01]+)$/, 2)
  if (based !== undefined) return sign * based
  if (!/^(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(digits)) return undefined
  const number = sign * Number(digits)
  return Number.isFinite(number) ? number : undefined
}

function parse(digits: string, pattern: RegExp, base: number): number | undefined {
  const [, found] = pattern.exec(digits) ?? []
  return found === undefined ? undefined : Number.parseInt(found, base)
}
