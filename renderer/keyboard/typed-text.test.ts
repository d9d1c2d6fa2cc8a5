import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { beginDrafts, keepDrafts } from './drafts.ts'
import { askToLose, watchTyping } from './typed-text.ts'

/** A page on which nothing is typed: what there is to lose stands on a screen that is not shown. */
const page = new EventTarget()
const body = {}
const ask = () => askToLose('sign out', 'reloading')
let stop = () => {}
beforeEach(() => {
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', { body, querySelectorAll: () => [] })
  vi.stubGlobal('Element', EventTarget)
  stop = watchTyping()
})
afterEach(() => {
  stop()
  beginDrafts(null)
  vi.unstubAllGlobals()
})

test('pressing again leaves with a slip on another screen, unless something was typed since', () => {
  keepDrafts({ owner: () => 'anna', drop: () => undefined })
  beginDrafts('anna')
  expect([ask(), ask(), ask()]).toEqual([body, null, body])
  page.dispatchEvent(new Event('input'))
  expect([ask(), ask()]).toEqual([body, null])
})
