import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mapAnswer } from '../../calls/answer.ts'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { download } from '../../components/download.ts'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { ChartChanges } from './chart-changes.tsx'
import { ChartTable } from './chart-table.tsx'
import type { ViewProps } from './view-props.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'

/** The chart of accounts, its file for spreadsheets, and another chart for a second person. */
export function Chart({ header }: ViewProps) {
  const { t } = useTranslation('books')
  const mayPropose = useMay('books.proposeChart')
  // At the first day there is: the chart without any figures.
  const { answer } = useQueryCall('books.trialBalance', { date: FIRST_DAY, basis: 'BUSINESS' })
  return (
    <Columns layout="list-detail">
      <Column label={t('view.chart')}>
        {header}
        <ChartTable chart={mapAnswer(answer, ({ chart }) => chart)} />
      </Column>
      <Column label={t('chart.change')} tone="sunken">
        <header className={panel.head}>
          <h2>{t(mayPropose ? 'chart.change' : 'view.chart')}</h2>
        </header>
        <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}>
          <SaveChart />
          {mayPropose && <ChartChanges />}
        </div>
      </Column>
    </Columns>
  )
}

const FIRST_DAY = '0001-01-01'

function SaveChart() {
  const { t } = useTranslation('books')
  const { run, busy, failure } = useCall('books.exportChart')
  const [saved, setSaved] = useState<string | null>(null)
  const save = async () => {
    const answer = await run({})
    if (answer?.ok !== true) return
    const { content, fileName, mediaType } = answer.value
    download(content, fileName, mediaType)
    setSaved(fileName)
  }
  return (
    <>
      <BusyButton
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        busy={busy}
        onClick={() => void save()}
      >
        {t('chart.save')}
      </BusyButton>
      <FailureNote failure={failure} />
      {saved !== null && <Note tone="ok">{t('chart.saved', { name: saved })}</Note>}
    </>
  )
}
