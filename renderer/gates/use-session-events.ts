import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { listen } from '../calls/api.ts'
import { refresh, refreshAll } from '../calls/refresh.ts'
import { notify } from '../feedback/notify.ts'

/** The main process says when the session or the connection changed; what is shown is then asked for again. */
export function useSessionEvents(): void {
  const client = useQueryClient()
  const { t } = useTranslation('shell')
  const wasConnected = useRef(true)
  const dismissBackOnline = useRef<(() => void) | null>(null)
  useEffect(
    () => listen('session.changed', () => void refresh(client, { queryKey: ['sessions.get'] })),
    [client],
  )
  // What was decided may have changed anything that is shown: a limit, a balance, a user.
  useEffect(() => listen('approvals.changed', () => void refreshAll(client)), [client])
  useEffect(
    () =>
      listen(
        'jobs.changed',
        () => void refresh(client, { predicate: ({ queryKey }) => String(queryKey[0]).startsWith('jobs.') }),
      ),
    [client],
  )
  useEffect(
    () =>
      listen('connection.changed', ({ connected }) => {
        client.setQueryData<SessionView>(
          ['sessions.get', {}],
          (old) => old && { ...old, serverConnected: connected },
        )
        // If the connection is lost again, the message that it is back is removed.
        dismissBackOnline.current?.()
        dismissBackOnline.current = connected && !wasConnected.current ? notify(t('backOnline')) : null
        wasConnected.current = connected
        void refreshAll(client)
      }),
    [client, t],
  )
}
