import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckedName } from '../../../shared/contract/screening.ts'
import { useCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { classes } from '../../theme/classes.ts'
import { MatchFacts } from './match-facts.tsx'
import panel from '../../components/panel.module.css'
import layout from '../../theme/layout.module.css'

/** Any name against the lists, a company’s too: for somebody who is no customer. Enter compares: Ctrl+Enter imports the list beside it. */
export function CheckName() {
  const { t } = useTranslation('screening')
  const check = useCall('screening.checkName')
  const [name, setName] = useState('')
  const [year, setYear] = useState('')
  const [found, setFound] = useState<readonly CheckedName[] | null>(null)
  const birthYear = /^(19|20)\d\d$/.test(year) ? Number(year) : null
  const unavailable = name.trim() === '' || (year !== '' && birthYear === null)
  const run = async () => {
    const answer = await check.run({ name, birthYear })
    setFound(answer?.ok === true ? answer.value.matches : null)
  }
  return (
    <>
      <header className={panel.head}>
        <h2>{t('try')}</h2>
      </header>
      <form
        className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}
        data-text="none"
        onSubmit={(event) => {
          event.preventDefault()
          if (!unavailable && !check.busy) void run()
        }}
      >
        <TextInput
          label={t('name')}
          value={name}
          maxLength={200}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          label={t('birthYear')}
          value={year}
          maxLength={4}
          dir="ltr"
          inputMode="numeric"
          autoComplete="off"
          onChange={({ currentTarget }) => setYear(currentTarget.value)}
        />
        <FailureNote failure={check.failure} />
        <BusyButton type="submit" variant="default" keys="Enter" busy={check.busy} unavailable={unavailable}>
          {t('compare')}
        </BusyButton>
        {found !== null && <Found found={found} />}
      </form>
    </>
  )
}

function Found({ found }: { readonly found: readonly CheckedName[] }) {
  const { t } = useTranslation('screening')
  if (found.length === 0) return <Note tone="ok">{t('nobody')}</Note>
  return (
    <>
      {found.slice(0, 10).map((one) => (
        <MatchFacts key={`${one.list} ${one.reference}`} match={one} />
      ))}
    </>
  )
}
