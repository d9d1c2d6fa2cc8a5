import { useTranslation } from 'react-i18next'
import { useKeys } from '../../keyboard/use-keys.ts'
import { PRESENTER_KEY } from './presenter-line.tsx'
import { movesCash, slipKind, slipKinds, type SlipKind } from './slip-kinds.ts'
import type { SlipModel } from './use-slip.ts'

type Actions = {
  readonly onStart: (kind: SlipKind) => void
  readonly onBack: () => void
  /** Posting is not possible now, whatever is typed. */
  readonly unavailable: boolean
  readonly onName: () => void
  /** Another form stands in the place of the slip, with keys of its own. */
  readonly hidden: boolean
}

/** The keys of the slip: one for each kind, Ctrl+Enter to post, Escape to go one step back. */
export function useSlipKeys(slip: SlipModel, { onStart, onBack, onName, unavailable, hidden }: Actions) {
  const { t } = useTranslation('postings')
  const { kind: current } = slip.draft
  const starts = slipKinds.map((kind) => {
    const label = t(`slips.${kind}.key`)
    const binding = { label, run: () => onStart(kind), disabled: slip.frozen, active: kind === current }
    return [slipKind(kind).key, binding] as const
  })
  const mayName = movesCash(current) && !slip.frozen && !unavailable
  const own = {
    ...Object.fromEntries(starts),
    ...(mayName ? { [PRESENTER_KEY]: { label: t('presenter.title'), run: onName, quiet: true } } : {}),
    Escape: { label: t('back'), run: onBack, disabled: slip.frozen, quiet: true },
    'Ctrl+Enter': {
      label: t(`slips.${current}.post`),
      run: slip.post,
      disabled: unavailable || slip.obstacle !== null || slip.frozen,
      quiet: true,
    },
  }
  useKeys(hidden ? {} : own)
}
