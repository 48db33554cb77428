const wide = /[！-～　\u00a0。]/
/** A letter struck beside the nought: 3O日. */
const slip = /(?<=\d)[oO](?=\s*[日号])/g
const kept = /[０-９Ａ-Ｚａ-ｚ．／－～＿＃％]/

/** Wide digits, points and strokes as plain ones, character for character, so that places in the text stay the same. */
export const plainWidth = (text: string): string =>
  wide.test(text)
    ? text
        .replace(slip, '0')
        .replace(/[！-～]/g, (char) => (kept.test(char) ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char))
        .replace(/[　\u00a0]/g, ' ')
        .replace(/[。．](?=\d)/g, '.')
    : text.replace(slip, '0')
