/** What a sentence that refuses something must not be: long, scolding, or loud. Empty where it may be said. */
export const judgeSentence = (sentence: string): readonly string[] => [
  ...(sentence.length > longest ? [`${sentence.length} characters, at most ${longest}: ${sentence}`] : []),
  ...(scolding.test(sentence) || /!/u.test(sentence) ? [`scolds: ${sentence}`] : []),
]

const longest = 60

/** 亲 only as an address: 亲自, 父亲 and 亲属 are words of their own. */
export const scolding = /您|(?<![父母双相])亲(?![自属戚身历笔临手友情切])|！|非法|错误|失败/u
