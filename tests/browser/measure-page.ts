import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What keeps people out who see, hear or move otherwise, by the rules of WCAG 2.2 A and AA. Sizes of targets are
 * measured by listSmall: axe takes what is half under the bottom bar, until one scrolls, for small.
 */
export const listBarriers = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).disableRules(['target-size']).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join('; ')}`)
}

/** Targets that a thumb misses: buttons under `main`, anything under 24. A link within a sentence is as high as its line. */
export const listSmall = (page: Page, main = 44): Promise<readonly string[]> =>
  page.evaluate((least) => {
    const area = (one: Element) => (one.closest('label') ?? one).getBoundingClientRect()
    const isSeen = (one: Element) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && area(one).width > 1
    const name = (one: Element) => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent.trim().slice(0, 12)}`
    const under = (selector: string, height: number) =>
      [...document.querySelectorAll(selector)]
        .filter(isSeen)
        .filter((one) => area(one).height < height - 0.5 || area(one).width < 24)
        .map((one) => `${name(one)} ${Math.round(area(one).width)} × ${Math.round(area(one).height)}, under ${height}`)
    return [...under('.button, .row:is(a, button), .tap, .chip', least), ...under('button, input, select, textarea', 24)]
  }, main)

/** Letters as a person sets them here (大字 18, 特大字 22), or twice as large by the settings of the phone. */
export type Letters = 'standard' | 'large' | 'larger' | 'twice'

export const setLetters = (page: Page, letters: Letters): Promise<void> =>
  page.evaluate((size) => {
    const { dataset, style } = document.documentElement
    style.fontSize = size === 'twice' ? '200%' : ''
    if (size === 'large' || size === 'larger') dataset['text'] = size
    else delete dataset['text']
  }, letters)

/** Whether the page must be moved sideways, and what nobody could read: cut off, or written over its own edge. */
export const listCut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth } = document.documentElement
    const isSeen = (one: Element) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.closest('.unseen, svg') === null
    const name = (one: Element) => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent.trim().slice(0, 16)}`
    const isHiding = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
    // Four pixels lie within the white space of whatever has an edge.
    const faultOf = (one: Element): string => {
      const { display, overflowX, overflowY } = getComputedStyle(one)
      // An official sentence of two lines that a press opens is a choice, not a loss.
      if (display === 'inline' || one.matches('details:not([open]) > summary')) return ''
      const across = one.scrollWidth - one.clientWidth > 4
      if (across && isHiding(overflowX)) return 'cut at the side'
      if (one.scrollHeight - one.clientHeight > 4 && isHiding(overflowY)) return 'cut below'
      return across && overflowX === 'visible' && [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== '') ? 'written over its edge' : ''
    }
    const faults = [...document.querySelectorAll('body *')].filter(isSeen).flatMap((one) => {
      const fault = faultOf(one)
      return fault === '' ? [] : [`${fault}: ${name(one)}`]
    })
    const past = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map(name)
    return [...(scrollWidth > innerWidth ? [`${scrollWidth} wide, from ${past.slice(-2).join('; ')}`] : []), ...faults.slice(0, 5)]
  })

/** What takes the focus and is not seen then: under the bars at the top or the bottom, or with nothing drawn around it. */
export const listHiddenFocus = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    const faults = stops.flatMap((one) => {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.matches(':disabled, [tabindex="-1"]') || one.closest('[inert]') !== null) return []
      one.focus({ focusVisible: true } as FocusOptions)
      const shown = one.closest('label') ?? one
      const { left, top, width, height } = shown.getBoundingClientRect()
      const spot = document.elementFromPoint(left + Math.min(width / 2, 40), top + Math.min(height / 2, 20))
      const isDrawn = [one, shown].map((each) => getComputedStyle(each)).some((style) => (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none')
      const isFound = spot !== null && (shown.contains(spot) || spot.contains(shown))
      const words = (shown.textContent || one.getAttribute('aria-label') || one.tagName).trim().slice(0, 16)
      return isDrawn && isFound ? [] : [`the focus on “${words}” is ${isFound ? 'not drawn' : `under ${spot?.className ?? 'the edge'}`}`]
    })
    const { activeElement } = document
    if (activeElement instanceof HTMLElement) activeElement.blur()
    scrollTo(0, 0)
    return faults
  })
