import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TYPES_FOR } from '../../../shared/rules/documents.ts'
import { FormDate } from '../../components/form/form-date.tsx'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { countryOptions } from '../customers/countries.ts'
import { namePresenter, useCounterWork } from './counter-work.ts'
import { FindPresenter } from './find-presenter.tsx'
import { NOBODY, presenterFrom, strangerSchema } from './presenter-schema.ts'
import buttons from '../../components/buttons.module.css'

/** Names who stands at the counter: a customer who is found, or somebody by what their document shows; and for whom. */
export function PresenterForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['postings', 'documents'])
  const named = useCounterWork((work) => work.presenter)
  const [searched, setSearched] = useState('')
  const form = useContractForm(strangerSchema, NOBODY)
  const { control } = form
  const take = form.handleSubmit((typed) => {
    namePresenter({ name: typed.name, input: presenterFrom(typed) })
    onDone()
  })
  const takeHolder = () => {
    namePresenter(null)
    onDone()
  }
  const takeCustomer = (customerId: string, name: string) => {
    const other = form.getValues('onBehalfOf')?.trim() ?? ''
    namePresenter({ name, input: { customerId, onBehalfOf: other === '' ? null : other } })
    onDone()
  }
  return (
    <PanelForm
      title={t('presenter.title')}
      enter="moves-on"
      submit={{ label: t('presenter.take'), run: () => void take() }}
      leave={{ label: t('back'), run: onDone }}
      failure={null}
    >
      <p>{t('presenter.ask')}</p>
      {named !== null && (
        <button type="button" className={buttons.link} onClick={takeHolder}>
          {t('presenter.itIsHolder')}
        </button>
      )}
      <FindPresenter searched={searched} onSearch={setSearched} onChoose={takeCustomer} />
      <FormText control={control} name="name" label={t('presenter.name')} maxLength={200} />
      <FormDate control={control} name="dateOfBirth" label={t('presenter.birth')} />
      <FormSelect
        clearable
        control={control}
        name="documentType"
        label={t('presenter.document')}
        options={TYPES_FOR.identity.map((value) => ({ value, label: t(`documents:type.${value}`) }))}
      />
      <FormText
        control={control}
        name="documentNumber"
        label={t('documents:upload.number')}
        dir="ltr"
        maxLength={100}
      />
      <FormSelect
        searchable
        clearable
        control={control}
        name="country"
        label={t('documents:upload.country')}
        options={countryOptions}
      />
      <FormText
        control={control}
        name="onBehalfOf"
        label={t('presenter.onBehalfOf')}
        description={t('presenter.onBehalfOfHint')}
        maxLength={200}
      />
    </PanelForm>
  )
}
