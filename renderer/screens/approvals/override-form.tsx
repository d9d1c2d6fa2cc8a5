import { useTranslation } from 'react-i18next'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormPassword, FormText } from '../../components/form/form-text.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { useOverride } from './use-override.ts'

type Props = {
  readonly view: ApprovalView
  readonly onDecided?: () => void
  readonly onClose: () => void
}

/** Who decides, and that one's password: Enter approves. With a reason it is declined instead. */
export function OverrideForm({ view, onDecided, onClose }: Props) {
  const { t } = useTranslation('approvals')
  const { control, declines, givesCode, submit, failure } = useOverride(view, onDecided)
  return (
    <InlineForm
      framed={t('override.start')}
      submit={submit}
      leave={{ label: t('back'), run: onClose, unavailable: submit.busy }}
      failure={failure}
    >
      <FormSelect
        control={control}
        name="username"
        label={t('override.who')}
        options={view.deciders.map(({ username, fullName }) => ({ value: username, label: fullName }))}
        searchable
      />
      <FormPassword
        control={control}
        name="password"
        label={t('override.password')}
        autoComplete="new-password"
        startHere
      />
      {givesCode && (
        <FormText control={control} name="code" label={t('override.code')} dir="ltr" maxLength={40} />
      )}
      <FormText
        control={control}
        name="reason"
        label={t('override.reason')}
        description={t(declines ? 'override.declines' : 'override.reasonHint')}
        maxLength={500}
      />
    </InlineForm>
  )
}
