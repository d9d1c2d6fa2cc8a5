import { expect, type Page, test } from '@playwright/test'
import { launchCounter } from './support/begin.ts'
import { holdBack } from './support/books.ts'
import { signInAs } from './support/seed.ts'
import { goTo } from './support/tour.ts'

/** What the keys do everywhere: the help, the palette, Enter and Escape in forms. */

let teller: Awaited<ReturnType<typeof launchCounter>>
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  teller = await launchCounter()
  page = teller.page
})
test.afterAll(async () => {
  await teller.close()
})

const press = (key: string) => page.keyboard.press(key)
const focused = () => page.locator(':focus')

async function openAna() {
  await goTo(page, 'Customers')
  await page.getByLabel('Find a customer').fill('Ana Eriksson')
  await page.getByRole('row', { name: /Ana Eriksson/ }).dblclick()
  await expect(page.getByRole('heading', { name: 'Ana Eriksson' })).toBeVisible()
}

test('Escape closes the help and leaves the screen beneath it as it was; each key is listed once', async () => {
  await goTo(page, 'Journal')
  await press('F1')
  const help = page.getByRole('dialog', { name: 'Keys of this screen' })
  await expect(help).toBeVisible()
  const keys = await help.locator('td:first-child').allInnerTexts()
  expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted())
  await press('Escape')
  await expect(help).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Journal' })).toBeVisible()
  await openAna()
  await press('F1')
  const again = await help.locator('td:first-child').allInnerTexts()
  expect(again.toSorted()).toEqual([...new Set(again)].toSorted())
  await press('Escape')
  await expect(page.getByRole('heading', { name: 'Ana Eriksson' })).toBeVisible()
})

test('the palette gives the focus back to the field that had it', async () => {
  await goTo(page, 'Counter')
  await press('F2')
  await page.keyboard.type('Lars')
  await press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByLabel('Find a customer')).toBeFocused()
  await page.getByLabel('Find a customer').fill('')
})

test('Enter goes from a date to the next field that is to be seen, and on from a list in which something is chosen', async () => {
  await goTo(page, 'Customers')
  await press('Control+n')
  await page.getByLabel('Date of birth').fill('31.12.1985')
  await press('Enter')
  await expect(focused()).toHaveAccessibleName('Has one name only')
  await press('Shift+Enter')
  await expect(page.getByLabel('Date of birth')).toBeFocused()
  await press('Escape')
  await signInAs(page, 'admin')
  await goTo(page, 'Users')
  await press('Control+n')
  await page.getByLabel('E-mail').focus()
  await press('Enter')
  const role = page.getByRole('combobox', { name: 'Role' })
  await expect(role).toBeFocused()
  await press('Enter')
  await expect(role).toHaveAttribute('aria-expanded', 'true')
  await press('ArrowDown')
  await press('Enter')
  await expect(role).toHaveAttribute('aria-expanded', 'false')
  await expect(role).not.toHaveValue('')
  await expect(role).not.toBeFocused()
  await role.focus()
  await press('Enter')
  await expect(role).toHaveAttribute('aria-expanded', 'false')
  await expect(role).not.toBeFocused()
  await press('Shift+Enter')
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await signInAs(page, 'teller')
})

test('Enter that takes the country goes on to the next field', async () => {
  await goTo(page, 'Customers')
  await press('Control+n')
  const country = page.getByLabel('Country', { exact: true }).first()
  await country.fill('Swed')
  await press('Enter')
  await expect(country).toHaveValue('Sweden')
  await expect(country).not.toBeFocused()
  await expect(focused()).toHaveAccessibleName('Phone')
  await country.fill('')
  await press('Escape')
})

test('F8 at the counter waits for the account whose number was just typed', async () => {
  await goTo(page, 'Counter')
  await press('F4')
  await page.keyboard.type(teller.savings)
  await expect(page.getByRole('heading', { name: 'Ana Eriksson' })).toBeVisible()
  const field = page.getByLabel('To account')
  await field.fill('')
  const { release } = await holdBack(teller.userData, 'accounts')
  try {
    await field.fill(teller.current)
    await press('F8')
  } finally {
    await release()
  }
  const inGroups = teller.current.replace(/^(....)(...)(...)$/, '$1-$2-$3')
  await expect(page.getByRole('heading', { name: inGroups })).toBeVisible()
  await goTo(page, 'Counter')
  await page.getByRole('button', { name: 'Clear', exact: false }).first().click()
  await page.getByRole('button', { name: 'Clear the slip' }).click()
})

test('a key that is pressed right after an account was opened is about that account, and about no other', async () => {
  for (const [key, arrived] of [
    ['F8', (number: string) => expect(page.getByRole('heading', { name: number })).toBeVisible()],
    ['F4', (number: string) => expect(page.getByLabel('To account')).toHaveValue(number)],
  ] as const) {
    await openAna()
    await press('o')
    await expect(page.getByRole('heading', { name: 'Open an account' })).toBeVisible()
    const { release } = await holdBack(teller.userData, 'kyc_documents')
    try {
      await press('Control+Enter')
      const said = page.getByRole('main').getByText(/account 4017-\d{3}-\d{3} is open/)
      const number = (await said.first().innerText()).match(/4017-\d{3}-\d{3}/)?.[0] ?? ''
      await press(key)
      await release()
      await arrived(number)
    } finally {
      await release()
    }
  }
})

test('a press of Post that is refused goes to the field that it is refused for', async () => {
  await goTo(page, 'Counter')
  await press('F5')
  await page.keyboard.type(teller.savings)
  await press('Enter')
  await page.keyboard.type('5000000')
  await press('Enter')
  await expect(page.getByText(/^Only .* is available/)).toBeVisible()
  await expect(page.getByLabel('Description')).toBeFocused()
  await press('Control+Enter')
  await expect(page.getByLabel('Amount')).toBeFocused()
  await page.getByRole('button', { name: 'Clear', exact: false }).first().click()
  await page.getByRole('button', { name: 'Clear the slip' }).click()
})

test('J goes into the list of the journal', async () => {
  await goTo(page, 'Journal')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await press('j')
  await expect(page.getByRole('row').nth(1)).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('region', { name: 'Posting', exact: true })).toBeVisible()
})

test('Escape in a form asks before it drops what was typed', async () => {
  await openAna()
  await press('e')
  const city = page.getByLabel('City')
  await city.fill('Uppsala')
  await press('Escape')
  await expect(page.getByText('What you typed here is not saved. Press again').first()).toBeVisible()
  await expect(city).toHaveValue('Uppsala')
  await press('Escape')
  await expect(city).toBeHidden()
  await press('e')
  await expect(city).toBeVisible()
  await press('Escape')
  await expect(city).toBeHidden()

  await signInAs(page, 'admin')
  await goTo(page, 'Users')
  await press('Control+n')
  await page.getByLabel('Name', { exact: true }).fill('Bo Berg')
  await press('Escape')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Bo Berg')
  await press('Escape')
  await expect(page.getByLabel('Name', { exact: true })).toBeHidden()
})
