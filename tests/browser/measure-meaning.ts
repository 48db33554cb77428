import type { Page } from 'playwright-core'

/**
 * What a reader who sees no colours would not know: red and green that no word and no larger number explains, and
 * what is chosen and told from its neighbours by its ground alone.
 */
export const listColourAlone = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'))
    const colours = ['--red', '--green'].map((name) => {
      probe.style.color = `var(${name})`
      return getComputedStyle(probe).color
    })
    probe.remove()
    const isSeen = (one: Element) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.closest('.unseen') === null
    const own = (one: Element) => [...one.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('').trim()
    const name = (one: Element) => `${one.tagName.toLowerCase()}.${one.className} “${one.textContent.trim().slice(0, 16)}”`
    const hasWord = (text: string) => /\p{Script=Han}/u.test(text)
    // A mark stands beside its maximum; a month that lacks carries the word under its number.
    const isExplained = (one: Element): boolean => {
      const around = one.closest('.mark, tr, li, p, h1, h2, header')?.textContent ?? ''
      return hasWord(one.textContent) || hasWord(around) || (around.match(/[\d.]+/gu) ?? []).length > 1
    }
    const coloured = [...document.querySelectorAll('body *')]
      .filter((one) => isSeen(one) && own(one) !== '' && colours.includes(getComputedStyle(one).color) && !isExplained(one))
      .map((one) => `said by colour alone: ${name(one)}`)
    const isMarked = (one: Element): boolean => {
      const { fontWeight, borderBottomWidth, borderInlineStartWidth } = getComputedStyle(one)
      return (
        Number(fontWeight) >= 600 ||
        getComputedStyle(one, '::before').content !== 'none' ||
        parseFloat(borderBottomWidth) >= 2 ||
        parseFloat(borderInlineStartWidth) >= 2 ||
        one.querySelector('input[type=checkbox]:checked, b, strong') !== null
      )
    }
    const chosen = [...document.querySelectorAll('[aria-pressed=true], [aria-current]:not([aria-current=false]), [aria-selected=true], .chosen')]
      .filter((one) => isSeen(one) && !isMarked(one))
      .map((one) => `chosen by its ground alone: ${name(one)}`)
    return [...coloured, ...chosen]
  })

/** The names of all empty fields that a person is asked to fill. */
export const listAsked = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>('input:not([type=radio], [type=checkbox], [type=file], [type=search]), select, textarea')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.value === '')
      .map((one) => (one.labels?.[0]?.innerText ?? one.getAttribute('aria-label') ?? '').trim().replaceAll(/\s+/gu, ' ')),
  )
