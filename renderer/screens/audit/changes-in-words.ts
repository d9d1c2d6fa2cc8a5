import type { AuditRow } from '../../../shared/contract/audit.ts'
import { i18n } from '../../i18n/i18n.ts'
import { differences, readable, type ReadContext } from './readable.ts'
import { fieldWord } from './words.ts'

/** Fields that change with every change. */
const SILENT = ['updated_at', 'name_key', 'surname_key', 'content_digest', 'decided_digest']
/** More do not fit into a line. */
const SHOWN = 2

/** What changed, in one line: `City: Lund → Malmö`. Empty where nothing was changed or nothing may be seen. */
export function changesInWords(
  { before, after }: Pick<AuditRow, 'before' | 'after'>,
  context: ReadContext,
): string {
  if (before === null || after === null) return ''
  const changed = differences(before, after).filter(({ field, changed: is }) => is && !SILENT.includes(field))
  const words = (field: string, value: unknown) => {
    const read = readable(field, value, context)
    if (read.kind === 'empty') return i18n.t('audit:noValue')
    return read.kind === 'yes' || read.kind === 'no' ? i18n.t(`audit:${read.kind}`) : read.text
  }
  const lines = changed
    .slice(0, SHOWN)
    .map(
      (each) =>
        `${fieldWord(each.field)}: ${words(each.field, each.before)} → ${words(each.field, each.after)}`,
    )
  return changed.length > SHOWN ? [...lines, '…'].join('; ') : lines.join('; ')
}
