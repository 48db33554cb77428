import { tidyCondition } from '../clause/condition.ts'

/** 制定主体责任、第一责任人、一岗双责和监督责任清单，少一项: what is listed is what is required. */
export const countListed = (said: string): { readonly count: number; readonly per: 'year' } | undefined => {
  const outside = said.replace(/[（(][^）)]*[）)]/g, '')
  const rate = /^(.*?)[，,]?(?:每[项个种类份本套张]|得\d|[，,]?每?[少缺])/.exec(outside)?.[1] ?? ''
  const phrase = rate.split(/[，,；;。]/).filter((text) => text.trim() !== '').at(-1) ?? ''
  if (/等/.test(phrase) || !/[、和及与]/.test(phrase)) return undefined
  const things = phrase.includes('、') ? phrase.split(/、|[和及与](?=[^、和及与]*$)/).filter((text) => tidyCondition(text) !== '') : phrase.split(/[和及与](?=[^和及与]*$)/)
  return things.length < 2 || things.length > 12 ? undefined : { count: things.length, per: 'year' }
}
