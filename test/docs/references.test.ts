/** The documents speak of files, headings and functions that are there. */
import { existsSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { globSync } from 'glob'
import { describe, expect, test } from 'vitest'

const DOCUMENTS = globSync(['*.md', '{docs,functions,bench,examples,test}/**/*.md'], {
  ignore: ['**/node_modules/**', 'docs/rules/**', 'test/fixtures/{diff,formats,run}/**'],
  posix: true,
}).sort()

const LINK = /\]\((?!\w+:)([^)\s#]*)(?:#([^)\s]*))?\)/g
const FILE = /`((?:src|test|docs|scripts|schemas|functions|bench|examples|\.ci|\.github)\/[\w./-]+)`/g
/** `src/a.ts` (`b`, `c`) */
const NAMES_IN_FILE = /`((?:src|scripts|test)\/[\w./-]+\.ts)`\s+\(((?:`\w+`(?:,\s+)?)+)/g
/** `b` and `c` of `src/a.ts` */
const FILE_OF_NAMES = /((?:`\w+`(?:,\s+|\s+and\s+)?)+)\s+of\s+`((?:src|scripts|test)\/[\w./-]+\.ts)`/g

/** Without blocks of code: what stands in them is an example. */
function prose(file: string): string {
  return readFileSync(file, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '')
}

/** As GitHub makes them. */
function anchors(file: string): string[] {
  return [...prose(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  )
}

function namesIn(words: string): string[] {
  return [...words.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)
}

describe.for(DOCUMENTS)('%s', (document) => {
  const text = prose(document)

  test('links lead somewhere', () => {
    const dead = [...text.matchAll(LINK)].filter(([, path = '', anchor]) => {
      const target = path === '' ? document : normalize(join(document, '..', path))
      if (!existsSync(target)) return true
      return anchor !== undefined && !anchors(target).includes(anchor)
    })
    expect(dead.map(([link]) => link)).toEqual([])
  })

  test('files are there', () => {
    const files = [...text.matchAll(FILE)].map(([, path = '']) => path)
    expect(files.filter((path) => !existsSync(path))).toEqual([])
  })

  test('names stand in the files that are named with them', () => {
    const named = [
      ...[...text.matchAll(NAMES_IN_FILE)].map(([, file = '', names = '']) => ({ file, names })),
      ...[...text.matchAll(FILE_OF_NAMES)].map(([, names = '', file = '']) => ({ file, names })),
    ].filter(({ file }) => existsSync(file))
    const missing = named.flatMap(({ file, names }) => {
      const source = readFileSync(file, 'utf8')
      return namesIn(names)
        .filter((name) => !new RegExp(`\\b${name}\\b`).test(source))
        .map((name) => `${name} in ${file}`)
    })
    expect(missing).toEqual([])
  })
})
