import { useTranslation } from 'react-i18next'

/** How many things wait on a screen, beside its name in the navigation. Nothing when none do. */
export function WaitingCount({ count }: { readonly count: number }) {
  const { t } = useTranslation('components')
  if (count === 0) return null
  return (
    <span className="count">
      <span aria-hidden>{count}</span>
      <span className="unseen">{t('waiting', { count })}</span>
    </span>
  )
}
