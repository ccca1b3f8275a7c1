import type { Upgrade, UpgradeEffect } from '../../explanation/upgrade.ts'
import { few, quote } from '../../rules/support/wording.ts'

/** What another release means to what is written, a sentence each. */
export function describeUpgrade({ effects }: Upgrade): string[] {
  return effects.map(describeEffect)
}

function describeEffect(effect: UpgradeEffect): string {
  switch (effect.kind) {
    case 'common-boot-gate-dies':
      return `\`${effect.path}: false\` is not read any more, and the common images come back: write \`${effect.instead}: false\` with the upgrade.`
    case 'switch-starts':
      return `\`${effect.path}\` is on already, and counts from now on.`
    case 'volumes-go':
      return `A template without a \`retentionPolicy\` gets "None"${tellTemplates(effect.templates)}: whatever is disabled, renamed or removed later takes its DataSource and its volumes with it, where they stayed until now.`
    case 'becomes-custom':
      return `${quote(effect.template)} (\`${effect.path}\`) changed a common template; that release ships none of its name, so it goes on as a template of its own${
        effect.imageStream === undefined
          ? ''
          : `, on the image stream ${quote(effect.imageStream)}, of which nobody takes care any more`
      }.`
  }
}

function tellTemplates(templates: readonly string[]): string {
  return templates.length === 0 ? ', as every common one' : `, as every common one and ${few(templates)}`
}
