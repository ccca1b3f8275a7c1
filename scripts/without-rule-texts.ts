import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'

/** A member of a rule's literal. */
const TEXT = /^ {2}(?:summary|why|remediation):\s+(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`),\n/gm
const LEFT_OVER = /^ {2}(?:summary|why|remediation):.*/m

/** What pages and SARIF tell of a rule. The function prints none of it, and to load it takes a twentieth of its start. */
export const withoutRuleTexts: Plugin = {
  name: 'without-rule-texts',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]rules[\\/][^\\/]+\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8').replace(TEXT, '')
      const leftOver = LEFT_OVER.exec(contents)?.[0]
      if (leftOver !== undefined) throw new Error(`${path}: the text must be one literal: ${leftOver}`)
      return { contents, loader: 'ts' }
    })
  },
}
