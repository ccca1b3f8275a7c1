/** Writes a page for each rule into docs/rules/, from its literal and its cases, and the list of them into the README. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { RULES } from '../src/rules/index.ts'
import type { Rule } from '../src/rules/rule.ts'

const README = 'README.md'
const PAGES = 'docs/rules'
const CASES = 'test/fixtures/rules'
const MARKED = /(<!-- rules -->\n)[\s\S]*(<!-- \/rules -->)/

rmSync(PAGES, { recursive: true, force: true })
mkdirSync(PAGES, { recursive: true })
for (const rule of RULES) writeFileSync(`${PAGES}/${rule.id}.md`, page(rule))

const rows = RULES.map(({ id, severity, summary }) => `| [\`${id}\`](${PAGES}/${id}.md) | ${severity} | ${summary} |`)
const table = ['| rule | severity | finds |', '| --- | --- | --- |', ...rows].join('\n')
const readme = readFileSync(README, 'utf8').replace(MARKED, (_all, start, end) => `${start}${table}\n${end}`)
writeFileSync(README, readme)

function page({ id, severity, scope, summary, why, remediation, reference, sources = [] }: Rule): string {
  const fails = readFileSync(`${CASES}/err/${id}.yaml`, 'utf8')
  const said = readFileSync(`${CASES}/err/${id}.txt`, 'utf8')
  const passes = readFileSync(`${CASES}/ok/${id}.yaml`, 'utf8')
  return `<!-- Written by \`npm run generate\` from src/rules and test/fixtures/rules. -->
# ${id}

${summary}

Severity: ${severity}, unless \`spec.rules\` of the configuration says otherwise.

## Why

${why}

## What to do

${remediation}

## An example that it finds

\`\`\`yaml
${fails}\`\`\`

What ${scope === 'reading' ? '`golden-images render`' : 'the function'} says:

\`\`\`text
${said}\`\`\`

## An example that passes

\`\`\`yaml
${passes}\`\`\`
${sources.length === 0 ? '' : `\n## In the operators' code\n\n${sources.map((source) => `- ${source}\n`).join('')}`}${
  reference === undefined ? '' : `\nReference: <${reference}>\n`
}`
}
