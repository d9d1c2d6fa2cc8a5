import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { KeyFacts } from './key-facts.tsx'
import { RotationPanel } from './rotation-panel.tsx'
import { SheetPanel } from './sheet-panel.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'

/** The key of the documents, for administrators: how it stands, changing it, and beside it the recovery sheet. */
export function KeysScreen() {
  const { t } = useTranslation('keys')
  const { answer } = useQueryCall('keys.read', {})
  const state = answer.state === 'known' ? answer.value : null
  return (
    <Columns layout="list-detail">
      <Column label={t('column')}>
        <PageHeader title={t('title')} />
        <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}>
          <AnswerNote answer={answer} />
          {state !== null && <KeyFacts state={state} />}
          {state !== null && <RotationPanel state={state} />}
        </div>
      </Column>
      <Column label={t('sheet.title')} tone="sunken">
        {state !== null && <SheetPanel state={state} />}
      </Column>
    </Columns>
  )
}
