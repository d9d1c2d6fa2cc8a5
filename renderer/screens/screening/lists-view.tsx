import { useTranslation } from 'react-i18next'
import { useMay } from '../../calls/use-may.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { CheckName } from './check-name.tsx'
import { ImportList } from './import-list.tsx'
import { ListsColumn } from './lists-column.tsx'
import { LOOK_AGAIN_MS } from './use-cases.ts'

type Props = {
  /** Back to the matches; null for whoever does not decide on them. */
  readonly onCases: (() => void) | null
}

/** The lists and the last run; a name that is tried; and a new version of a list. */
export function ListsView({ onCases }: Props) {
  const { t } = useTranslation('screening')
  const mayImport = useMay('screening.importList')
  const { answer } = useQueryCall('screening.lists', {}, { every: LOOK_AGAIN_MS, keep: true })
  return (
    <Columns layout="review">
      <ListsColumn answer={answer} onCases={onCases} />
      <Column label={t('try')} tone="canvas">
        {mayImport && <CheckName />}
      </Column>
      <Column label={t('newList')} tone="sunken">
        {mayImport && <ImportList />}
      </Column>
    </Columns>
  )
}
