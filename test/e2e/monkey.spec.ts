import { test } from '@playwright/test'
import { pressRandomKeys } from '../proof/monkey.ts'

const KEYS = 300

/** The short form of `npm run proof -- monkey`, which presses ten thousand. */
test('random keys, with server, printer, window and main process frozen in turn, post what was confirmed, once, and nothing else', async () => {
  test.setTimeout(600_000) // it takes half a minute; a machine that is busy with other things takes longer
  console.log(await pressRandomKeys({ seed: 1, keys: KEYS, log: () => {} }))
})
