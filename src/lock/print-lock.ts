import { OWN_API_VERSION } from '../cluster/kinds.ts'
import type { ImagesLock, LockedImage, LockedProblem, LockedStream } from './images-lock.ts'

const HEAD = `# Written by \`golden-images images lock\`: what each registry had. Commit it; the next run changes only what changed there.
apiVersion: ${OWN_API_VERSION}
kind: ImagesLock
metadata:
  name: golden-images
  annotations:
    config.kubernetes.io/local-config: "true"
spec:
`

/** The same text for the same lock, whoever writes it. */
export function printLock({ images, imageStreams }: ImagesLock): string {
  const streams = imageStreams.length === 0 ? '' : `  imageStreams:\n${imageStreams.map(printStream).join('')}`
  return `${HEAD}  images:${images.length === 0 ? ' []' : ''}\n${images.map(printImage).join('')}${streams}`
}

function printImage({ url, digest, mediaType, architectures, since, via, problems = [] }: LockedImage): string {
  return [
    `  - url: ${scalar(url)}`,
    ...(digest === undefined ? [] : [`    digest: ${scalar(digest)}`]),
    ...(mediaType === undefined ? [] : [`    mediaType: ${scalar(mediaType)}`]),
    `    architectures: [${architectures.map(word).join(', ')}]`,
    `    since: ${JSON.stringify(since)}`,
    ...(via === undefined ? [] : [`    via: ${scalar(via)}`]),
    ...(problems.length === 0 ? [] : ['    problems:']),
    ...problems.map((problem) => `    - ${printProblem(problem)}`),
    '',
  ].join('\n')
}

function printProblem({ code, architecture, config }: LockedProblem): string {
  return `{${[
    `code: ${word(code)}`,
    ...(architecture === undefined ? [] : [`architecture: ${word(architecture)}`]),
    ...(config === undefined ? [] : [`config: ${word(config)}`]),
  ].join(', ')}}`
}

function printStream({ namespace, name, tag, url, importMode }: LockedStream): string {
  return [
    `  - namespace: ${word(namespace)}`,
    `    name: ${word(name)}`,
    `    tag: ${word(tag)}`,
    `    url: ${scalar(url)}`,
    ...(importMode === undefined ? [] : [`    importMode: ${word(importMode)}`]),
    '',
  ].join('\n')
}

/** Addresses, digests and media types are plain wherever they stand. */
function scalar(text: string): string {
  return /^[a-z0-9][A-Za-z0-9/@._+-]*(:[A-Za-z0-9/@._+-]+)*$/.test(text) && /[/@]|:[0-9a-f]{64}/.test(text)
    ? text
    : JSON.stringify(text)
}

/** What YAML would take for something else than a text is quoted. */
function word(text: string): string {
  const isPlain = /^[a-z][A-Za-z0-9_-]*$/.test(text) || text === 'Legacy' || text === 'PreserveOriginal'
  return isPlain && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text)
}
