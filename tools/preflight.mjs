// Before the tests: what they need, reported in one line each rather than as a hundred failures.
import { checkNode, checkPostgresLinks, giveUp } from './checks.mjs'

checkNode()
checkPostgresLinks()
const { ensureBrowser } = await import('../test/support/find-browser.ts')
try {
  console.log(`Browser for the tests: ${ensureBrowser()}`)
} catch (error) {
  giveUp(error.message)
}
