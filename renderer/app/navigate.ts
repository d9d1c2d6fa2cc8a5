import { useNavigate, useRouter, useRouterState, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../feedback/notify.ts'
import { isPostingPending } from '../calls/pending-postings.ts'

/** What a screen is opened with, such as `{ customer: id }`: plain text, because it stands in an address. */
export type ScreenSearch = Readonly<Record<string, string>>

/** Opens a screen. Refused with a message while the outcome of a posting is not known: it must be seen first. */
export function useGo(): (path: string, search?: ScreenSearch) => void {
  const navigate = useNavigate()
  const { t } = useTranslation('shell')
  return useCallback(
    (path, search = {}) => {
      if (isPostingPending()) notify(t('held'))
      else void navigate({ to: path, search })
    },
    [navigate, t],
  )
}

/** Returns to the screen from which this one was opened. */
export function useGoBack(): () => void {
  const { history } = useRouter()
  return useCallback(() => history.back(), [history])
}

/** What this screen was opened with. */
export function useScreenSearch(): ScreenSearch {
  return useSearch({ strict: false })
}

export const usePath = (): string => useRouterState({ select: (state) => state.location.pathname })
