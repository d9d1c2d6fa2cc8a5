import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { SessionContext } from '../../renderer/calls/use-session.ts'

/** Whatever a screen needs of its session: nobody's branch, and no till. */
const SESSION: SessionView = {
  stage: 'ready',
  user: null,
  branch: null,
  till: null,
  workstation: 'Counter 1',
  serverConnected: true,
  upgrade: null,
  databaseFault: null,
  idleLockSeconds: 0,
  endedBecause: null,
}

/** What a hook of the window says when it is drawn once, by what was answered so far; effects do not run. */
export function hookResult<T>(client: QueryClient, use: () => T): T {
  const results: T[] = []
  const Screen = (): ReactNode => {
    results.push(use())
    return null
  }
  renderToStaticMarkup(
    createElement(
      QueryClientProvider,
      { client },
      createElement(SessionContext, { value: SESSION }, createElement(Screen)),
    ),
  )
  const result = results.at(-1)
  if (result === undefined) throw new Error('The hook was not drawn')
  return result
}
