import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArchiveKind } from '../../../shared/contract/archives.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterChips } from '../../components/filter-chips.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ArchiveDetail } from './archive-detail.tsx'
import { ArchiveTable } from './archive-table.tsx'
import { keyOf } from './archive-words.ts'

/** Years of the ledger and months of the audit log: which are sealed, and beside the list what can be done with the chosen one. */
export function ArchivesScreen() {
  const { t } = useTranslation('archives')
  const [chosen, setChosen] = useState<string | null>(null)
  const [kind, setKind] = useState<ArchiveKind>('LEDGER')
  const { answer } = useQueryCall('archives.list', {})
  const list = answer.state === 'known' ? answer.value.archives : []
  const archive = list.find((each) => keyOf(each) === chosen)
  const count = (of: ArchiveKind) => list.filter((each) => each.kind === of).length
  const show = (next: ArchiveKind) => {
    setKind(next)
    setChosen(null)
  }
  return (
    <Columns layout="list-detail">
      <Column label={t(`list.${kind}`)}>
        <PageHeader title={t('title')} />
        <FilterChips
          legend={t('show')}
          all={t('chip.LEDGER', { count: count('LEDGER') })}
          filters={['AUDIT']}
          filter={kind === 'AUDIT' ? 'AUDIT' : null}
          wordsOf={(each) => t(`chip.${each}`, { count: count(each) })}
          onFilter={(next) => show(next ?? 'LEDGER')}
        />
        <ArchiveTable
          kind={kind}
          archives={mapAnswer(answer, ({ archives }) => archives.filter((each) => each.kind === kind))}
          selectedKey={chosen}
          onOpen={(each) => setChosen(keyOf(each))}
        />
      </Column>
      <Column label={t('notChosen')} tone="sunken">
        {archive === undefined ? (
          <EmptyState title={t('notChosen')} hint={t('notChosenHint')} />
        ) : (
          <ArchiveDetail key={keyOf(archive)} archive={archive} />
        )}
      </Column>
    </Columns>
  )
}
