import { useTranslation } from 'react-i18next'
import type { FoundLine } from '../../../shared/contract/archives.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { Note } from '../../components/failure-note.tsx'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'

type Props = { readonly lines: readonly FoundLine[]; readonly more: boolean }

/** Postings of an export that have the text, in the order in which they were posted. */
export function FoundLines({ lines, more }: Props) {
  const { t } = useTranslation('archives')
  if (lines.length === 0) return <Note tone="info">{t('search.none')}</Note>
  return (
    <section className={layout.stack} aria-label={t('search.found', { count: lines.length })}>
      <output>{t('search.found', { count: lines.length })}</output>
      {more && <Note tone="warn">{t('search.more')}</Note>}
      {lines.map((found) => (
        <Found key={found.id} found={found} />
      ))}
    </section>
  )
}

function Found({ found }: { readonly found: FoundLine }) {
  const { reference, type, date, amount, currency, accounts, description } = found
  return (
    <div>
      <div className={layout.sideBySide}>
        <span className={layout.grow}>
          <Identifier>{amount === null ? `${reference} ${type}` : reference}</Identifier>
        </span>
        {amount !== null && currency !== null && <Amount value={amount} currency={currency} />}
      </div>
      <p className={typography.secondary}>
        <DateText value={date} /> {accounts.map((account) => `${account} `)}
        <bdi>{description}</bdi>
      </p>
    </div>
  )
}
