import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HealthRowName } from '../../../shared/contract/health.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { HealthDetail } from './health-detail.tsx'
import { HealthTable } from './health-table.tsx'
import { gravestFirst } from './health-words.ts'
import { SupportButton } from './support-button.tsx'
import { useHealth } from './use-health.ts'

/** Every thing that is watched, the gravest first, and beside it what to do about the chosen one. */
export function HealthScreen() {
  const { t } = useTranslation('health')
  const [chosen, setChosen] = useState<HealthRowName | null>(null)
  const { answer } = useHealth(15_000)
  const rows = mapAnswer(answer, (known) => gravestFirst(known.rows))
  const list = rows.state === 'known' ? rows.value : []
  const row = list.find(({ name }) => name === chosen) ?? list[0]
  return (
    <Columns layout="list-detail">
      <Column label={t('list')}>
        <PageHeader title={t('title')}>
          <SupportButton />
        </PageHeader>
        <HealthTable rows={rows} selectedKey={row?.name ?? null} onOpen={({ name }) => setChosen(name)} />
      </Column>
      <Column label={row === undefined ? t('title') : t(`rows.${row.name}`)} tone="sunken">
        {row !== undefined && answer.state === 'known' && (
          <HealthDetail key={row.name} row={row} health={answer.value} />
        )}
      </Column>
    </Columns>
  )
}
