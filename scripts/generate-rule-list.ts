/** Writes the list of rules into the README, between its two marks. */
import { readFileSync, writeFileSync } from 'node:fs'
import { RULES } from '../src/rules/index.ts'

const README = 'README.md'
const MARKED = /(<!-- rules -->\n)[\s\S]*(<!-- \/rules -->)/

const rows = RULES.map(({ id, severity, summary, reference }) => {
  const name = reference === undefined ? `\`${id}\`` : `[\`${id}\`](${reference})`
  return `| ${name} | ${severity} | ${summary} |`
})
const table = ['| rule | severity | finds |', '| --- | --- | --- |', ...rows].join('\n')
writeFileSync(
  README,
  readFileSync(README, 'utf8').replace(MARKED, (_all, start, end) => `${start}${table}\n${end}`),
)
