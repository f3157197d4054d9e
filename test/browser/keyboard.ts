import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** No page of the demo has more stops. */
const MOST_STOPS = 250

const isFocused = (what: Locator): Promise<boolean> =>
  what.evaluate(
    (node: unknown) =>
      node === (globalThis as never as { document: { activeElement: unknown } }).document.activeElement,
  )

/** What one sees of the focus: where it is, whether that is on the screen, and whether a line stands around it. */
const sight = (page: Page): Promise<{ on: string; isOnScreen: boolean; hasLine: boolean }> =>
  page.evaluate(`(() => {
    const on = document.activeElement
    const { top, bottom, left, right } = on.getBoundingClientRect()
    const { outlineStyle, outlineWidth } = getComputedStyle(on)
    return {
      on: on.outerHTML.slice(0, 120),
      isOnScreen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      hasLine: on.matches('.ProseMirror') || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2),
    }
  })()`)

/** Goes there with the Tab key alone, as somebody without a mouse does, and sees that one is there. */
export async function tabTo(what: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const page = what.page()
  await what.waitFor()
  const passed: string[] = []
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await isFocused(what)) {
      expect(await sight(page)).toMatchObject({ isOnScreen: true, hasLine: true })
      return
    }
    await page.keyboard.press(key)
    passed.push((await sight(page)).on)
  }
  throw new Error(`The ${key} key does not come to ${String(what)}; it passed\n${passed.slice(0, 60).join('\n')}`)
}

/** Goes there and presses it. */
export async function press(what: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(what)
  await what.page().keyboard.press(key)
}

/** Goes to a field and types in it, in the place of what stands there. */
export async function type(what: Locator, words: string): Promise<void> {
  await tabTo(what)
  const { keyboard } = what.page()
  await keyboard.press('ControlOrMeta+A')
  await keyboard.type(words)
}

/** Goes to the choices of which this is one, and with the arrows to this one. */
export async function choose(what: Locator): Promise<void> {
  const page = what.page()
  const name = (await what.getAttribute('name'))!
  const chosen = page.locator(`input[type=radio][name="${name}"]:checked`)
  await tabTo((await chosen.count()) > 0 ? chosen : page.locator(`input[type=radio][name="${name}"]`).first())
  for (let times = 0; times < 10 && !(await what.isChecked()); times++) await page.keyboard.press('ArrowDown')
  expect(await what.isChecked()).toBe(true)
}

/** After something was done the focus is somewhere, so that one goes on from there and does not begin at the top again. */
export const expectFocusKept = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate('document.activeElement.tagName')).not.toBe('BODY')
