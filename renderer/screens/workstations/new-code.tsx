import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../../calls/use-call.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { CodeShown } from './code-shown.tsx'
import { OWN, useNewCode, type MadeCode } from './use-new-code.ts'

/** For how many hours a code may be good; the database refuses more than a day. */
const HOURS = [1, 4, 8, 24]

type Props = { readonly onDone: () => void }

/** A code for one computer, proposed here, approved by somebody else, and shown this once. */
export function NewCode({ onDone }: Props) {
  const [made, setMade] = useState<MadeCode | null>(null)
  return made === null ? (
    <CodeForm onMade={setMade} onCancel={onDone} />
  ) : (
    <CodeShown made={made} onDone={onDone} />
  )
}

type FormProps = { readonly onMade: (made: MadeCode) => void; readonly onCancel: () => void }

function CodeForm({ onMade, onCancel }: FormProps) {
  const { t } = useTranslation('workstations')
  const { control, submit, failure } = useNewCode(onMade)
  const others = useNewBranches()
  return (
    <PanelForm
      title={t('newTitle')}
      submit={submit}
      leave={{ label: t('cancel'), run: onCancel, unavailable: submit.busy }}
      failure={failure}
    >
      <p>{t('newAsk')}</p>
      <FormText
        control={control}
        name="computer"
        label={t('computer')}
        description={t('computerHint')}
        dir="ltr"
        startHere
      />
      <FormSelect
        control={control}
        name="hours"
        label={t('hours')}
        options={HOURS.map((count) => ({ value: String(count), label: t('hoursOf', { count }) }))}
      />
      {others.length > 0 && (
        <FormSelect
          control={control}
          name="branchId"
          label={t('forBranch')}
          description={t('forBranchHint')}
          options={[{ value: OWN, label: t('ownBranch') }, ...others]}
        />
      )}
    </PanelForm>
  )
}

/** The other branches that have not two people for it yet. */
function useNewBranches() {
  const { answer } = useQueryCall('branches.list', {})
  const branches = answer.state === 'known' ? answer.value.branches : []
  return branches
    .filter(({ isOwn, mayMint }) => mayMint && !isOwn)
    .map(({ id, name }) => ({ value: id, label: name }))
}
