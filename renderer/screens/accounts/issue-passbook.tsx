import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { type PassbookState, serialNumber } from '../../../shared/contract/passbooks.ts'
import { useCall } from '../../calls/use-call.ts'
import { Note } from '../../components/failure-note.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly account: AccountView
  /** The book that was ended last. */
  readonly before: PassbookState['ended'][number] | null
  /** What was done before, such as the end of that book. */
  readonly said: string | null
  readonly onIssued: (message: string) => void
  readonly onClose: () => void
}

const schema = z.object({ serialNumber })

/** Issues a book by the serial number that is printed on it, once under one key. */
export function IssuePassbook({ account, before, said, onIssued, onClose }: Props) {
  const { t } = useTranslation('accounts')
  const issue = useCall('accounts.issuePassbook')
  const [key] = useState(() => crypto.randomUUID())
  const form = useContractForm(schema, { serialNumber: '' })
  const save = form.handleSubmit(async ({ serialNumber: serial }) => {
    const answer = await issue.run({ key, accountId: account.id, serialNumber: serial })
    if (answer?.ok === true) onIssued(t('passbook.issued', { serial }))
  })
  return (
    <PanelForm
      title={t('passbook.title')}
      buttons="flow"
      enter="submits"
      submit={{ label: t('passbook.issue'), run: () => void save(), busy: issue.busy }}
      leave={{ label: t('back'), run: onClose, keyDisabled: false }}
      failure={issue.failure}
    >
      {said !== null && <Note tone="ok">{said}</Note>}
      <p className={typography.secondary}>
        {before === null ? t('passbook.none') : t('passbook.followsHint', { serial: before.serialNumber })}
      </p>
      <FormText
        control={form.control}
        name="serialNumber"
        label={t('passbook.serial')}
        description={t('passbook.noneHint')}
        startHere
        maxLength={30}
      />
    </PanelForm>
  )
}
