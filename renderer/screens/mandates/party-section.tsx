import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import type { PartyView } from '../../../shared/contract/mandates.ts'
import { useMay } from '../../calls/use-may.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { AnswerNote } from '../../components/answer-note.tsx'
import type { Panel } from '../customers/use-panel.ts'
import { PartyTable } from './party-table.tsx'
import section from '../../components/section.module.css'

type Props = { readonly customer: CustomerView; readonly onPanel: (panel: Panel) => void }

const isOver = ({ state }: PartyView) => state === 'ENDED' || state === 'REPLACED' || state === 'EXPIRED'

/** Who may sign for the customer's accounts, and who could before. */
export function PartySection({ customer, onPanel }: Props) {
  const { t } = useTranslation('mandates')
  const mayPropose = useMay('mandates.propose')
  const { answer } = useQueryCall('mandates.list', { customerId: customer.id })
  const add = () => onPanel({ kind: 'party', replaces: null })
  return (
    <section aria-labelledby="parties-title" className={section.section}>
      <div className={section.head}>
        <h2 id="parties-title">{t('title')}</h2>
        {mayPropose && (
          <BusyButton
            variant="default"
            keys="P"
            onClick={add}
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {t('add')}
          </BusyButton>
        )}
      </div>
      {answer.state === 'known' ? (
        <Parties customer={customer} parties={answer.value.parties} onPanel={onPanel} />
      ) : (
        <AnswerNote answer={answer} />
      )}
    </section>
  )
}

function Parties({ customer, parties, onPanel }: Props & { readonly parties: readonly PartyView[] }) {
  const { t } = useTranslation('mandates')
  const mayPropose = useMay('mandates.propose')
  const isCompany = customer.kind === 'COMPANY'
  if (parties.length === 0)
    return (
      <EmptyState
        title={t(isCompany ? 'noneCompany' : 'none')}
        hint={t(isCompany ? 'noneCompanyHint' : 'noneHint')}
      />
    )
  const inOrder = parties.toSorted((one, other) => Number(isOver(one)) - Number(isOver(other)))
  return (
    <PartyTable
      parties={inOrder}
      isOver={isOver}
      {...(mayPropose
        ? {
            onChange: (party: PartyView) => onPanel({ kind: 'party', replaces: party }),
            onEnd: (party: PartyView) => onPanel({ kind: 'partyEnd', party }),
          }
        : {})}
    />
  )
}
