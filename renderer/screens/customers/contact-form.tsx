import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { INCOME_RANGES, type CustomerView } from '../../../shared/contract/customers.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { enterMovesOn } from '../../keyboard/enter-moves-on.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { refreshAll, useCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useSession } from '../../calls/use-session.ts'
import { changedFields, formOf } from './contact-changes.ts'
import { countryName } from './countries.ts'
import { ContactFields } from './person-fields.tsx'
import { contactOf, contactSchema } from './person-schema.ts'

type Props = {
  readonly customer: CustomerView
  readonly onClose: (message?: string) => void
}

/** Changes how a customer is reached. A change that somebody else saved meanwhile is shown, never overwritten unseen. */
export function ContactForm({ customer, onClose }: Props) {
  const { t } = useTranslation('customers')
  const { serverConnected } = useSession()
  const client = useQueryClient()
  const change = useCall('customers.updateContact')
  // What the form was filled from; `customer` itself follows whatever others save.
  const [base, setBase] = useState(customer)
  const form = useContractForm(contactSchema, formOf(base))
  const [beside, setBeside] = useState(false)
  const newer = customer.updatedAt === base.updatedAt ? [] : changedFields(base, customer)

  // A change of anything but the contact, such as the KYC state, is no reason to ask: only `newer` stops the saving.
  const save = form.handleSubmit(async (typed) => {
    const answer = await change.run({
      customerId: base.id,
      updatedAt: customer.updatedAt,
      ...contactOf(typed),
    })
    if (answer === null) return
    if (answer.ok) onClose(t('contactChanged'))
    else if (answer.error.code === 'CHANGED_MEANWHILE') await refreshAll(client)
    else setBeside(showFailure(form, answer.error, { EMAIL_TAKEN: 'email', PHONE_INVALID: 'phone' }))
  })
  const settle = (values: 'mine' | 'theirs') => {
    setBase(customer)
    change.reset()
    if (values === 'theirs') form.reset(formOf(customer))
    form.setFocus('country')
  }
  useKeys({
    'Ctrl+Enter': {
      label: t('saveChanges'),
      run: () => void save(),
      disabled: change.busy || !serverConnected || newer.length > 0,
    },
    Escape: { label: t('cancel'), run: () => onClose(), quiet: true },
  })

  return (
    <form className="panel" onKeyDown={enterMovesOn} onSubmit={(event) => event.preventDefault()} noValidate>
      <div className="head">
        <h2>{t('changeContact')}</h2>
        <span className="grow" />
        <BusyButton variant="default" onClick={() => onClose()}>
          {t('cancel')}
        </BusyButton>
      </div>
      <div className="scroll pad">
        <div className="stack">
          <ContactFields control={form.control} startHere />
        </div>
      </div>
      <div className="foot stack">
        {newer.length > 0 && <Newer fields={newer} onSettle={settle} />}
        {newer.length === 0 && !beside && <FailureNote failure={change.failure} />}
        <BusyButton
          size="lg"
          keys="Ctrl+Enter"
          fullWidth
          busy={change.busy}
          unavailable={!serverConnected || newer.length > 0}
          onClick={() => void save()}
        >
          {t('saveChanges')}
        </BusyButton>
      </div>
    </form>
  )
}

const LABELS = {
  country: 'form.country',
  phone: 'phone',
  email: 'email',
  address: 'form.address',
  city: 'form.city',
  occupation: 'form.occupationFact',
  incomeRange: 'form.incomeFact',
} as const

type NewerProps = {
  readonly fields: ReturnType<typeof changedFields>
  readonly onSettle: (values: 'mine' | 'theirs') => void
}

function Newer({ fields, onSettle }: NewerProps) {
  const { t } = useTranslation(['customers', 'components'])
  const words = ({ field, value }: NewerProps['fields'][number]) => {
    const income = INCOME_RANGES.find((range) => range === value)
    if (value === '') return t('components:notStated')
    if (field === 'country') return countryName(value)
    return field === 'incomeRange' && income !== undefined ? t(`income.${income}`) : value
  }
  return (
    <Note tone="warn">
      <p>{t('changedFields')}</p>
      <ul className="newer">
        {fields.map((changed) => (
          <li key={changed.field}>
            {t('changedTo', { field: t(LABELS[changed.field]), value: words(changed) })}
          </li>
        ))}
      </ul>
      <div className="row">
        <BusyButton variant="default" onClick={() => onSettle('theirs')}>
          {t('takeTheirs')}
        </BusyButton>
        <BusyButton variant="default" onClick={() => onSettle('mine')}>
          {t('keepMine')}
        </BusyButton>
      </div>
    </Note>
  )
}
