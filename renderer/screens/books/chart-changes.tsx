import { FileButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChartChange, ChartFault } from '../../../shared/contract/book-views.ts'
import { Identifier } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { useChartFile } from './use-chart-file.ts'
import typography from '../../theme/typography.module.css'
import sums from '../../components/sums.module.css'

/** Another chart from a file: what it changes or what is wrong with it, and its way to a second person. */
export function ChartChanges() {
  const { t } = useTranslation('books')
  const { choose, propose, busy, proposing, failure, read, proposed } = useChartFile()
  const mayPropose = read !== null && read.faults.length === 0 && read.changes.length > 0
  return (
    <>
      <p className={typography.secondary}>{t('chart.changeText')}</p>
      <FileButton onChange={choose} accept=".csv,text/csv">
        {({ onClick }) => (
          <BusyButton variant="default" busy={busy} onClick={onClick}>
            {t('chart.choose')}
          </BusyButton>
        )}
      </FileButton>
      <FailureNote failure={failure} />
      {read !== null && read.faults.length > 0 && <Faults faults={read.faults} />}
      {read !== null && read.faults.length === 0 && <Changes changes={read.changes} />}
      {mayPropose && (
        <BusyButton busy={proposing} startHere onClick={propose}>
          {t('chart.propose')}
        </BusyButton>
      )}
      {proposed && <Note tone="ok">{t('chart.proposed')}</Note>}
    </>
  )
}

function Faults({ faults }: { readonly faults: readonly ChartFault[] }) {
  const { t } = useTranslation('books')
  return (
    <>
      <Note tone="bad">{t('chart.wrong', { count: faults.length })}</Note>
      <dl className={sums.sums}>
        {faults.map(({ line, fault, text }) => (
          <div key={`${line} ${fault} ${text}`}>
            <dt>{line === null ? t('chart.wholeFile') : t('chart.line', { line })}</dt>
            <dd>{t(`chart.faults.${fault}`, { text })}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Changes({ changes }: { readonly changes: readonly ChartChange[] }) {
  const { t } = useTranslation('books')
  if (changes.length === 0) return <Note tone="info">{t('chart.unchanged')}</Note>
  return (
    <section aria-label={t('chart.changes')}>
      <dl className={sums.sums}>
        {changes.map(({ kind, code, name }) => (
          <div key={code}>
            <dt>
              <Identifier>{code}</Identifier> <bdi>{name}</bdi>
            </dt>
            <dd>{t(`chart.kind.${kind}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
