import { foldFindings } from './fold.ts'
import { formatGithub } from './github.ts'
import { formatJson } from './json.ts'
import { formatJunit } from './junit.ts'
import { formatMarkdown } from './markdown.ts'
import type { Report } from './report.ts'
import { formatSarif } from './sarif.ts'
import { formatText } from './text.ts'

/** How findings can be printed. */
export const FORMAT_NAMES = ['text', 'json', 'sarif', 'junit', 'github', 'markdown'] as const

export type FormatName = (typeof FORMAT_NAMES)[number]

export interface FormatOptions {
  /** Whether the output is for a terminal that shows colours. */
  readonly color: boolean
}

/** Each is a pure function of the report; its output ends with a line break. */
export const FORMATS: { readonly [name in FormatName]: (report: Report, options: FormatOptions) => string } = {
  text: (report, options) => formatText(forPeople(report), options),
  json: formatJson,
  sarif: (report) => formatSarif(forPeople(report)),
  junit: (report) => formatJunit(forPeople(report)),
  github: (report) => formatGithub(forPeople(report)),
  markdown: (report) => formatMarkdown(forPeople(report)),
}

function forPeople(report: Report): Report {
  return { ...report, findings: foldFindings(report.findings) }
}
