import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckedName } from '../../../shared/contract/screening.ts'
import { useCall } from '../../calls/use-call.ts'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { Note } from '../../components/failure-note.tsx'
import { MatchFacts } from './match-facts.tsx'

/** Any name against the lists, a company’s too: for somebody who is no customer. */
export function CheckName() {
  const { t } = useTranslation('screening')
  const check = useCall('screening.checkName')
  const [name, setName] = useState('')
  const [year, setYear] = useState('')
  const [found, setFound] = useState<readonly CheckedName[] | null>(null)
  const birthYear = /^(19|20)\d\d$/.test(year) ? Number(year) : null
  const run = async () => {
    const answer = await check.run({ name, birthYear })
    setFound(answer?.ok === true ? answer.value.matches : null)
  }
  return (
    <PanelForm
      title={t('try')}
      buttons="flow"
      enter="submits"
      submit={{
        label: t('compare'),
        run: () => void run(),
        busy: check.busy,
        unavailable: name.trim() === '' || (year !== '' && birthYear === null),
      }}
      failure={check.failure}
      after={found !== null && <Found found={found} />}
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
    </PanelForm>
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
