import { formatAccountNumber } from '../../../shared/check-digit.ts'
import { transactionType } from '../../../shared/contract/fields.ts'
import type { TimelineItem } from '../../../shared/contract/timeline-views.ts'
import { approvals } from '../../i18n/en/approvals.ts'
import { documents } from '../../i18n/en/documents.ts'
import { kyc } from '../../i18n/en/kyc.ts'
import { mandates } from '../../i18n/en/mandates.ts'
import { i18n } from '../../i18n/i18n.ts'
import { entryTitle, recordTypeWord } from '../audit/words.ts'

/** What has happened, in words. */
export function whatOf({ kind, action, type }: TimelineItem): string {
  if (kind === 'MONEY') {
    const known = transactionType.safeParse(action)
    return known.success ? i18n.t(`accounts:kind.${known.data}`) : action
  }
  if (kind === 'LOOK') return i18n.t('customers:timeline.looked', { what: recordTypeWord(type) })
  return entryTitle({ action, resourceType: type })
}

const wordOf = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? name

/** Which record it was: its kind and its number or name. */
export function recordOf({ kind, type, name, of }: TimelineItem): string {
  if (kind === 'MONEY') return [of, formatAccountNumber(name ?? '')].join(' · ')
  const shown = type === 'accounts' || type === 'holds' ? formatAccountNumber(name ?? '') : (name ?? '')
  const kinds = {
    kyc_documents: documents.type,
    document_deletions: documents.type,
    kyc_policies: kyc.risks,
    screening_cases: {},
    approvals: approvals.kind,
    parties: mandates.powers,
  }
  const word = of === null || !isOf(kinds, type) ? '' : wordOf(kinds[type], of)
  return [word, shown].filter((part) => part !== '').join(' · ')
}

const isOf = <T extends object>(words: T, type: string): type is Extract<keyof T, string> =>
  Object.hasOwn(words, type)
