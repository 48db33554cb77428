/** Wide digits, points and strokes as plain ones, character for character, so that places in the text stay the same. */
export const plainWidth = (text: string): string =>
  text.replace(/[！-～]/g, (char) => (/[０-９Ａ-Ｚａ-ｚ．／－～＿＃％]/.test(char) ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char)).replace(/[　\u00a0]/g, ' ').replace(/[。．](?=\d)/g, '.')
