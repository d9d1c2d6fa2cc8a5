import { useTranslation } from 'react-i18next'
import { DEFAULT_CURRENCY } from '../../../shared/currencies.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { useSession } from '../../calls/use-session.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { NothingChosen } from '../../components/nothing-chosen.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ProposeRules } from '../watch/propose-rules.tsx'
import { RulesTable } from '../watch/rules-table.tsx'
import { useChosen } from '../../components/use-chosen.ts'
import { LimitTable } from './limit-table.tsx'
import { ProposeLimit } from './propose-limit.tsx'

/** What one person posts alone in the branch's currency, from when on cash is looked at, and beside it what is proposed instead. */
export function LimitsScreen() {
  const { t } = useTranslation(['limits', 'watch'])
  const { branch } = useSession()
  const currency = branch?.currency ?? DEFAULT_CURRENCY
  const mayPropose = useMay('limits.propose')
  const { chosen, choose, said, leave } = useChosen()
  const { answer } = useQueryCall('limits.list', { currency })
  const ofCash = useQueryCall('watch.listRules', { currency }).answer
  const list = answer.state === 'known' ? answer.value : null
  const limit = mayPropose ? list?.limits.find(({ id }) => id === chosen) : undefined
  const cash = ofCash.state === 'known' ? ofCash.value : null
  const rules = mayPropose ? cash?.rules.find(({ id }) => id === chosen) : undefined
  return (
    <Columns layout="list-detail">
      <Column label={t('list')}>
        <PageHeader title={t('title')} detail={currency} />
        <LimitTable limits={mapAnswer(answer, ({ limits }) => limits)} selectedKey={chosen} onOpen={choose} />
        <PageHeader title={t('watch:rules.title')} detail={t('watch:rules.hint')} />
        <RulesTable
          rules={mapAnswer(ofCash, ({ rules: known }) => known)}
          selectedKey={chosen}
          onOpen={choose}
        />
      </Column>
      <Column label={t('chosen')} tone="sunken">
        {limit !== undefined && (
          <ProposeLimit key={limit.id} limit={limit} today={list?.businessDate ?? ''} onClose={leave} />
        )}
        {rules !== undefined && (
          <ProposeRules key={rules.id} rules={rules} today={cash?.businessDate ?? ''} onClose={leave} />
        )}
        {limit === undefined && rules === undefined && (
          <NothingChosen title={t('nothingChosen')} hint={t('hint')} said={said} />
        )}
      </Column>
    </Columns>
  )
}
