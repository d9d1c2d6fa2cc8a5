import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { Note } from '../../components/failure-note.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { AddPrinter } from './add-printer.tsx'
import { PaperChoices } from './paper-choices.tsx'
import { PrinterList } from './printer-list.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'

/** The printers of this workstation, what is printed by which, and beside them how another one is added. */
export function PrintersScreen() {
  const { t } = useTranslation('printers')
  const { answer } = useQueryCall('printers.list', {})
  const known = answer.state === 'known' ? answer.value : null
  const isSet = known?.isSetByPolicy === true
  return (
    <Columns layout={isSet ? 'single' : 'list-detail'}>
      <Column label={t('title')}>
        <PageHeader title={t('title')} />
        <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}>
          <AnswerNote answer={answer} />
          {isSet && <Note tone="info">{t('setByBank')}</Note>}
          {known !== null && <PrinterList printers={known.printers} isFixed={isSet} />}
          {known !== null && <PaperChoices known={known} />}
        </div>
      </Column>
      {!isSet && (
        <Column label={t('add')} tone="sunken">
          <AddPrinter />
        </Column>
      )}
    </Columns>
  )
}
