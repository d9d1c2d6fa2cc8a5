import { useTranslation } from 'react-i18next'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { NothingChosen } from '../../components/nothing-chosen.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useChosen } from '../../components/use-chosen.ts'
import { PolicyTable } from './policy-table.tsx'
import { ProposePolicy } from './propose-policy.tsx'

/** What is asked of customers of each risk, and beside it another policy that is proposed. */
export function PoliciesScreen() {
  const { t } = useTranslation('kyc')
  const mayPropose = useMay('documents.proposePolicy')
  const { chosen, choose, said, leave } = useChosen()
  const { answer } = useQueryCall('documents.listPolicies', {})
  const list = answer.state === 'known' ? answer.value : null
  const policy = mayPropose ? list?.policies.find(({ id }) => id === chosen) : undefined
  return (
    <Columns layout="list-detail">
      <Column label={t('policies.list')}>
        <PageHeader title={t('policies.title')} />
        <PolicyTable
          policies={mapAnswer(answer, ({ policies }) => policies)}
          selectedKey={chosen}
          onOpen={choose}
        />
      </Column>
      <Column label={t('policies.chosen')} tone="sunken">
        {policy === undefined ? (
          <NothingChosen title={t('policies.nothingChosen')} hint={t('policies.hint')} said={said} />
        ) : (
          <ProposePolicy key={policy.id} policy={policy} today={list?.businessDate ?? ''} onClose={leave} />
        )}
      </Column>
    </Columns>
  )
}
