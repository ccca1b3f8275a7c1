/** A heading and what is told below it. */
export interface Section {
  readonly title: string
  readonly text: string
}

export function printReport(sections: readonly Section[]): string {
  return ['# Results\n\nWritten by `npm run bench`; README.md tells what is measured, and how.\n']
    .concat(sections.map(({ title, text }) => `## ${title}\n\n${text}`))
    .join('\n')
}

export function printList(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}\n`).join('')
}
