import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { TillRow } from '../../../shared/contract/tills.ts'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import { announce } from '../../feedback/announce.ts'
import { formatDate } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { useCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { i18n } from '../../i18n/i18n.ts'
import { localToday, proposeNextDate } from './next-date.ts'

type Branch = NonNullable<SessionView['branch']>

/** Closes the open day, or opens the next one. */
export function BusinessDay({
  branch,
  held,
}: {
  readonly branch: Branch
  readonly held: readonly TillRow[] | undefined
}) {
  return branch.dayOpen ? <CloseDay branch={branch} held={held} /> : <OpenDay branch={branch} />
}

function CloseDay({
  branch,
  held,
}: {
  readonly branch: Branch
  /** Unknown until the tills are told; nothing is offered before. */
  readonly held: readonly TillRow[] | undefined
}) {
  const { t } = useTranslation('branches')
  const closeDay = useCall('branches.closeDay')
  const close = async () => {
    const answer = await closeDay.run({})
    if (answer?.ok === true) announce(t('justClosed'))
  }
  return (
    <>
      <header className="head">
        <h2>{t('close.title')}</h2>
      </header>
      <div className="scroll pad stack day-slip">
        {held === undefined ? null : held.length > 0 ? (
          <Note tone="warn">
            <p>{t('close.stillOpen')}</p>
            <ul className="day-held">
              {held.map(({ id, name, holder }) => (
                <li key={id}>{t('close.heldBy', { till: name, holder: holder ?? '' })}</li>
              ))}
            </ul>
          </Note>
        ) : (
          <>
            <p className="dim">{t('close.text')}</p>
            <Confirm
              startHere
              label={t('close.action')}
              question={t('close.question', {
                date: branch.businessDate === null ? '' : formatDate(branch.businessDate),
              })}
              cancelLabel={t('close.cancel')}
              busy={closeDay.busy}
              onConfirm={() => void close()}
            />
          </>
        )}
        <FailureNote failure={closeDay.failure} />
      </div>
    </>
  )
}

const schemaFor = (last: string | null) =>
  z.object({
    businessDate: z.iso.date().refine((date) => last === null || date > last, {
      error: () => i18n.t('branches:opening.notLater', { date: last === null ? '' : formatDate(last) }),
    }),
  })

function OpenDay({ branch }: { readonly branch: Branch }) {
  const { t } = useTranslation('branches')
  const openDay = useCall('branches.openDay')
  const last = branch.businessDate
  const [today] = useState(() => localToday(new Date()))
  const form = useContractForm(schemaFor(last), { businessDate: proposeNextDate(last, today) })
  const chosen = useWatch({ control: form.control, name: 'businessDate' })
  const open = () =>
    void form.handleSubmit(async (values) => {
      const answer = await openDay.run(values)
      if (answer === null) return
      if (answer.ok) announce(t('justOpened'))
      else if (showFailure(form, answer.error, { BUSINESS_DATE_NOT_LATER: 'businessDate' })) openDay.reset()
    })()
  useKeys({ 'Ctrl+Enter': { label: t('opening.action'), run: open, disabled: openDay.busy } })
  useEffect(() => form.setFocus('businessDate'), [form])
  return (
    <>
      <header className="head">
        <h2>{t('opening.title')}</h2>
      </header>
      <form
        className="scroll pad stack day-slip"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          open()
        }}
      >
        <FormText
          control={form.control}
          name="businessDate"
          type="date"
          dir="ltr"
          label={t('opening.date')}
          description={last === null ? t('opening.first') : t('opening.after', { date: formatDate(last) })}
        />
        {chosen > today && <Note tone="warn">{t('opening.isFuture')}</Note>}
        <FailureNote failure={openDay.failure} />
        <BusyButton type="submit" size="lg" fullWidth keys="Ctrl+Enter" busy={openDay.busy}>
          {t('opening.action')}
        </BusyButton>
      </form>
    </>
  )
}
