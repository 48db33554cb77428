const wide = /[！-～　\u00a0。]/
const kept = /[０-９Ａ-Ｚａ-ｚ．／－～＿＃％]/

/** Wide digits, points and strokes as plain ones, character for character, so that places in the text stay the same. */
export const plainWidth = (text: string): string =>
  wide.test(text)
    ? text
        .replace(/[！-～]/g, (char) => (kept.test(char) ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char))
        .replace(/[　\u00a0]/g, ' ')
        .replace(/[。．](?=\d)/g, '.')
    : text
